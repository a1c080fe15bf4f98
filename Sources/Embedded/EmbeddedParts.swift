/// The metadata that stands in a file beside its content: XMP packets, C2PA stores, an EPUB's package documents.
///
/// Found without decoding a pixel, a page or a sound. What could not be followed is never taken for nothing there:
/// ``complete`` tells whether what is not in the lists is not in the file.
public struct EmbeddedParts: Hashable, Sendable {
    /// What the file is, by its own bytes.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case jpeg, png, webp, svg, pdf, epub
        /// An XMP packet that is a file of its own.
        case xmp
        /// A C2PA store that is a file of its own.
        case c2pa
        /// An image, sound or film that is only scanned: its metadata stand in it as they are.
        case media
        /// Nothing known; it is scanned all the same, and the reading is never complete.
        case unknown
    }

    /// One piece of metadata.
    public struct Part: Hashable, Sendable {
        public let bytes: [UInt8]
        /// Bytes of the file before it, or before what it was unpacked or put together from.
        public let offset: Int
        /// Whether `bytes` stand in the file as they are, so that places in them are places in the file.
        public let isVerbatim: Bool
        /// Where it stands, in the container's own words: `APP1`, `iTXt`, `Catalog/Metadata`, an entry's path …
        public let place: String

        public init(bytes: [UInt8], offset: Int, isVerbatim: Bool, place: String) {
            self.bytes = bytes
            self.offset = offset
            self.isVerbatim = isVerbatim
            self.place = place
        }
    }

    public internal(set) var kind: Kind
    public internal(set) var xmp: [Part] = []
    public internal(set) var c2pa: [Part] = []
    /// What the older metadata of a picture say of its rights in words, as UTF-8: EXIF, IIM, comments and text chunks.
    public internal(set) var notices: [Part] = []
    /// The package documents (OPF) that an EPUB's container names.
    public internal(set) var packages: [Part] = []
    /// Whether the file, or an entry of it that was looked for, is encrypted.
    public internal(set) var isEncrypted = false
    public internal(set) var complete = true
    /// What went wrong, in words; empty if nothing did.
    public internal(set) var trouble = ""

    init(kind: Kind) { self.kind = kind }

    /// Notes something that could not be followed.
    mutating func fail(_ words: String) {
        complete = false
        note(words)
    }

    /// Notes something unusual that hides nothing.
    mutating func note(_ words: String) {
        guard !trouble.contains(words), trouble.utf8.count < 400 else { return }
        trouble += trouble.isEmpty ? words : "; " + words
    }
}
