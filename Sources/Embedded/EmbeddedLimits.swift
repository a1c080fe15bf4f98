/// How much is taken out of one file. Meeting a limit makes the reading incomplete.
enum EmbeddedLimits {
    /// Bytes of one XMP packet (the specifications' own packets are a few KiB).
    static let packet = 1 << 20
    /// Bytes of the extended XMP of one file, and of all packets found by scanning.
    static let extendedXMP = 16 << 20
    /// Bytes of one text that speaks of rights.
    static let notice = 64 << 10
    /// Fields of one directory of EXIF.
    static let fields = 1024
    /// Bytes of one C2PA store.
    static let store = 32 << 20
    /// Bytes of one package document.
    static let package = 4 << 20
    /// Bytes of an SVG that is read as XML.
    static let svg = 16 << 20
    /// Parts of one kind.
    static let parts = 64
    /// Entries of a ZIP directory, objects of a PDF file.
    static let entries = 200_000
    /// Bytes that the object streams of a PDF file may unpack to, together.
    static let objectStreams = 32 << 20
    /// Dictionaries and lists inside one another.
    static let nesting = 32
}
