import Embedded
import Testing

@Suite("Metadata in containers")
struct ContainerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let file: [UInt8]
        var type = ""
        let kind: EmbeddedParts.Kind
        var xmp: [[UInt8]] = []
        var c2pa: [[UInt8]] = []
        var packages: [[UInt8]] = []
        var isComplete = true
        var isEncrypted = false
        var testDescription: String { name }
    }

    typealias Build = FileFixtures
    static let refusal = FileFixtures.refusal
    static let name = "0123456789ABCDEF0123456789ABCDEF"
    static let long = FileFixtures.packet("plus:DataMining=\"DMI-PROHIBITED-AIMLTRAINING\"")
    static let naming = FileFixtures.packet("xmlns:n=\"http://ns.adobe.com/xmp/note/\" n:HasExtendedXMP=\"\(name)\"")
    static let wrapped =
        Array("<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>".utf8) + refusal
        + Array("<?xpacket end=\"w\"?>".utf8)

    static func hex(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)], UInt8(ascii: "\n")] }
    }

    static func base85(_ bytes: [UInt8]) -> [UInt8] {
        stride(from: 0, to: bytes.count, by: 4).flatMap { at -> [UInt8] in
            let part = Array(bytes[at..<min(at + 4, bytes.count)])
            var sum = (part + [UInt8](repeating: 0, count: 4 - part.count)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            var digits: [UInt8] = []
            for _ in 0..<5 {
                digits.insert(UInt8(sum % 85) + 0x21, at: 0)
                sum /= 85
            }
            return Array(digits.prefix(part.count + 1))
        }
    }

    static func film(_ metadata: [UInt8]) -> [UInt8] {
        Build.box("ftyp", Array("mp42".utf8)) + Build.box("uuid", metadata)
    }

    static let images: [Case] = [
        Case(name: "JPEG", file: Build.jpeg([Build.xmpSegment(refusal)]), kind: .jpeg, xmp: [refusal]),
        Case(name: "JPEG without", file: Build.jpeg([Build.segment(0xE0, [1, 2])]), kind: .jpeg),
        Case(
            name: "JPEG, extended in two pieces out of order",
            file: Build.jpeg([
                Build.xmpSegment(naming), Build.extendedSegment(name, long, 40..<long.count),
                Build.extendedSegment(name, long, 0..<40),
            ]), kind: .jpeg, xmp: [naming, long]),
        Case(
            name: "JPEG, extended with a piece missing",
            file: Build.jpeg([Build.xmpSegment(naming), Build.extendedSegment(name, long, 0..<40)]), kind: .jpeg,
            xmp: [naming], isComplete: false),
        Case(
            name: "JPEG, extended that is named and not there", file: Build.jpeg([Build.xmpSegment(naming)]),
            kind: .jpeg, xmp: [naming], isComplete: false),
        Case(
            name: "JPEG, extended that nobody names",
            file: Build.jpeg([Build.extendedSegment(name, long, 0..<long.count)]), kind: .jpeg),
        Case(
            name: "JPEG, a store in two segments",
            file: Build.jpeg([
                Build.boxSegment(2, Build.store, 50..<Build.store.count), Build.boxSegment(1, Build.store, 0..<50),
            ]), kind: .jpeg, c2pa: [Build.store]),
        Case(
            name: "JPEG, a store with a gap", file: Build.jpeg([Build.boxSegment(2, Build.store, 50..<90)]),
            kind: .jpeg, isComplete: false),
        Case(name: "PNG", file: Build.png([Build.text(refusal)]), kind: .png, xmp: [refusal]),
        Case(
            name: "PNG, compressed", file: Build.png([Build.text(refusal, isPacked: true)]), kind: .png, xmp: [refusal]),
        Case(
            name: "PNG, compressed and damaged",
            file: Build.png([Build.chunk("iTXt", Array("XML:com.adobe.xmp\0".utf8) + [1, 0, 0, 0, 9, 9, 9])]),
            kind: .png, isComplete: false),
        Case(name: "PNG without", file: Build.png([Build.chunk("tEXt", Array("a\0b".utf8))]), kind: .png),
        Case(
            name: "PNG, a store", file: Build.png([Build.chunk("caBX", Build.store)]), kind: .png, c2pa: [Build.store]),
        Case(name: "WebP", file: Build.webp([("VP8X", [1]), ("XMP ", refusal)]), kind: .webp, xmp: [refusal]),
        Case(name: "WebP without", file: Build.webp([("VP8 ", [1, 2])]), kind: .webp),
        Case(name: "WebP, a store", file: Build.webp([("C2PA", Build.store)]), kind: .webp, c2pa: [Build.store]),
        Case(name: "bare packet", file: refusal, kind: .xmp, xmp: [refusal]),
        Case(name: "bare store", file: Build.store, kind: .c2pa, c2pa: [Build.store]),
        Case(
            name: "TIFF", file: Array("II*\0....".utf8) + wrapped + [0, 1], kind: .media, xmp: [wrapped]),
        Case(
            name: "film with both",
            file: film(refusal + [7, 7] + Build.store), kind: .media,
            xmp: [refusal], c2pa: [Build.store]),
        Case(name: "film without", file: film([]), kind: .media),
        Case(
            name: "film, a packet without end", file: film(refusal.dropLast(9)),
            kind: .media, xmp: [Array(refusal.dropLast(9))], isComplete: false),
        Case(
            name: "no file that is known", file: Array("hello".utf8), type: "image/png", kind: .unknown,
            isComplete: false),
    ]

    static let documents: [Case] = [
        Case(name: "PDF", file: Build.pdf(metadata: refusal), kind: .pdf, xmp: [refusal]),
        Case(name: "PDF without", file: Build.pdf([Build.object(1, "<< /Type /Catalog >>")]), kind: .pdf),
        Case(
            name: "PDF, packed",
            file: Build.pdf([
                Build.object(1, "<</Type/Catalog/Metadata 2 0 R>>"),
                Build.object(2, Build.stream("/Filter /FlateDecode", Build.zlib(refusal))),
            ]), kind: .pdf, xmp: [refusal]),
        Case(
            name: "PDF, written as hexadecimal digits",
            file: Build.pdf([
                Build.object(1, "<</Type/Catalog/Metadata 2 0 R>>"),
                Build.object(2, Build.stream("/Filter /ASCIIHexDecode", hex(refusal) + Array(" >".utf8))),
            ]), kind: .pdf, xmp: [refusal]),
        Case(
            name: "PDF, packed and written as hexadecimal digits",
            file: Build.pdf([
                Build.object(1, "<</Type/Catalog/Metadata 2 0 R>>"),
                Build.object(2, Build.stream("/Filter [/AHx /Fl]", hex(Build.zlib(refusal)))),
            ]), kind: .pdf, xmp: [refusal]),
        Case(
            name: "PDF, hexadecimal digits and something else",
            file: Build.pdf([
                Build.object(1, "<</Type/Catalog/Metadata 2 0 R>>"),
                Build.object(2, Build.stream("/Filter /ASCIIHexDecode", hex(refusal) + Array("!>".utf8))),
            ]), kind: .pdf, isComplete: false),
        Case(
            name: "PDF, written in base 85",
            file: Build.pdf([
                Build.object(1, "<</Type/Catalog/Metadata 2 0 R>>"),
                Build.object(2, Build.stream("/Filter /ASCII85Decode", base85(refusal) + Array("~>".utf8))),
            ]), kind: .pdf, xmp: [refusal]),
        Case(
            name: "PDF, base 85 with a group too large",
            file: Build.pdf([
                Build.object(1, "<</Type/Catalog/Metadata 2 0 R>>"),
                Build.object(2, Build.stream("/Filter /A85", Array("uuuuu~>".utf8))),
            ]), kind: .pdf, isComplete: false),
        Case(
            name: "PDF, an update writes the metadata anew",
            file: Build.pdf(metadata: long) + Build.object(2, Build.stream("", refusal))
                + Array("trailer << /Root 1 0 R /Prev 9 >>\n%%EOF".utf8), kind: .pdf, xmp: [refusal]),
        Case(
            name: "PDF, the catalogue in an object stream",
            file: Build.pdf(
                [
                    Build.object(
                        5,
                        Build.stream(
                            "/Type /ObjStm /N 1 /First 4", Array("1 0 << /Type /Catalog /Metadata 2 0 R >>".utf8))),
                    Build.object(2, Build.stream("", refusal)),
                    Build.object(6, Build.stream("/Type /XRef /Root 1 0 R", [0])),
                ], trailer: "/Size 3"), kind: .pdf, xmp: [refusal]),
        Case(
            name: "PDF, metadata of a picture in it",
            file: Build.pdf([Build.object(1, "<< /Type /Catalog >>"), Build.object(2, Build.stream("", refusal))]),
            kind: .pdf),
        Case(
            name: "PDF, a filter that is not known",
            file: Build.pdf([
                Build.object(1, "<</Type/Catalog/Metadata 2 0 R>>"),
                Build.object(2, Build.stream("/Filter /LZWDecode", [1, 2])),
            ]), kind: .pdf, isComplete: false),
        Case(
            name: "PDF without a catalogue: scanned",
            file: Array("%PDF-1.4\n".utf8) + wrapped + Array("\n%%EOF".utf8), kind: .pdf, xmp: [wrapped],
            isComplete: false),
        Case(
            name: "PDF, encrypted, its metadata too",
            file: Build.pdf(
                [
                    Build.object(1, "<</Type/Catalog/Metadata 2 0 R>>"), Build.object(2, Build.stream("", [9, 9, 9])),
                ], trailer: "/Root 1 0 R /Encrypt 7 0 R"), kind: .pdf, isComplete: false, isEncrypted: true),
        Case(
            name: "PDF, encrypted, its metadata open",
            file: Build.pdf(
                [Build.object(1, "<</Type/Catalog/Metadata 2 0 R>>"), Build.object(2, Build.stream("", refusal))],
                trailer: "/Root 1 0 R /Encrypt 7 0 R"), kind: .pdf, xmp: [refusal], isEncrypted: true),
        Case(
            name: "PDF, a store in an embedded file, packed",
            file: Build.pdf([
                Build.object(1, "<< /Type /Catalog >>"),
                Build.object(3, "<< /Type /Filespec /AFRelationship /C2PA_Manifest /EF << /F 4 0 R >> >>"),
                Build.object(4, Build.stream("/Filter /FlateDecode", Build.zlib(Build.store))),
            ]), kind: .pdf, c2pa: [Build.store]),
        Case(name: "EPUB", file: Build.epub("<package/>"), kind: .epub, packages: [Array("<package/>".utf8)]),
        Case(
            name: "EPUB, encrypted", file: Build.epub("<package/>", flags: 1), kind: .epub, isComplete: false,
            isEncrypted: true),
        Case(
            name: "EPUB without its package",
            file: Build.zip([("mimetype", Array("application/epub+zip".utf8), false)]), kind: .epub, isComplete: false),
        Case(name: "ZIP that is no EPUB", file: Build.zip([("a", [1], false)]), kind: .unknown, isComplete: false),
    ]

    @Test(
        "What each container holds is found, and what cannot be followed leaves the answer incomplete",
        arguments: images + documents)
    func found(_ item: Case) {
        let parts = EmbeddedParts.find(in: item.file, mediaType: item.type)
        #expect(parts.kind == item.kind)
        #expect(parts.xmp.map(\.bytes) == item.xmp)
        #expect(parts.c2pa.map(\.bytes) == item.c2pa)
        #expect(parts.packages.map(\.bytes) == item.packages)
        #expect(parts.complete == item.isComplete, "\(parts.trouble)")
        #expect(parts.isEncrypted == item.isEncrypted)
        for part in parts.xmp + parts.c2pa where part.isVerbatim {
            #expect(Array(item.file[part.offset..<part.offset + part.bytes.count]) == part.bytes)
        }
    }

    // What is metadata and nothing else is handed on cut, for its own reader to notice; TIFF does not say how long it is.
    @Test("A file cut at any byte is incomplete or says what the whole file says", arguments: images + documents)
    func cut(_ item: Case) {
        // Up to its update, a file with one is a whole file of its own.
        guard item.isComplete, !item.name.contains("an update") else { return }
        let whole = EmbeddedParts.find(in: item.file, mediaType: item.type)
        for end in item.file.indices {
            let parts = EmbeddedParts.find(in: Array(item.file[..<end]), mediaType: item.type)
            guard parts.complete, ![.xmp, .c2pa].contains(item.kind), item.name != "TIFF" else { continue }
            // Between two boxes a film is whole by its own account.
            if item.kind == .media, end == Self.film([]).count - 8 { continue }
            #expect(
                parts.xmp == whole.xmp && parts.c2pa == whole.c2pa && parts.packages == whole.packages, "cut at \(end)")
        }
    }

    @Test("No changed byte crashes a reader", arguments: images + documents)
    func changed(_ item: Case) {
        for index in item.file.indices {
            for change in [UInt8(0xFF), 0x80, 0x01] {
                var bytes = item.file
                bytes[index] ^= change
                _ = EmbeddedParts.find(in: bytes, mediaType: item.type)
            }
        }
    }
}
