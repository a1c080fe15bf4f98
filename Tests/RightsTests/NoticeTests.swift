import Embedded
import Provenance
import Rights
import Testing

@Suite("Words of rights in the older metadata of pictures")
struct NoticeTests {
    private static let reserved = Array("(c) Ann Smith. No AI training.".utf8)
    private static let ordinary = Array("(c) Ann Smith. All rights reserved.".utf8)

    private static func number(_ value: Int, _ width: Int, isBig: Bool = true) -> [UInt8] {
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        return isBig ? bytes.reversed() : bytes
    }

    private static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xFF, marker] + number(data.count + 2, 2) + data
    }

    private static func jpeg(_ segments: [UInt8]) -> [UInt8] {
        [0xFF, 0xD8] + segments + [0xFF, 0xDA, 0, 2, 0xFF, 0xD9]
    }

    private static func png(_ type: String, _ data: [UInt8]) -> [UInt8] {
        func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
            number(data.count, 4) + Array(type.utf8) + data + [0, 0, 0, 0]
        }
        let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let head = number(1, 4) + number(1, 4) + [8, 0, 0, 0, 0]
        return mark + chunk("IHDR", head) + chunk(type, data) + chunk("IEND", [])
    }

    /// A TIFF structure with one field of text, in the first directory or in that of EXIF.
    private static func tiff(_ tag: Int, _ text: [UInt8], isBig: Bool = false, inEXIF: Bool = false) -> [UInt8] {
        func n(_ value: Int, _ width: Int) -> [UInt8] { number(value, width, isBig: isBig) }
        let start = inEXIF ? 26 : 8
        let field = n(tag, 2) + n(2, 2) + n(text.count, 4) + n(start + 18, 4)
        let directory = n(1, 2) + field + n(0, 4) + text
        let head = Array((isBig ? "MM" : "II").utf8) + n(42, 2) + n(8, 4)
        return head + (inEXIF ? n(1, 2) + n(0x8769, 2) + n(4, 2) + n(1, 4) + n(26, 4) + n(0, 4) : []) + directory
    }

    private static func iim(_ dataset: UInt8, _ text: [UInt8]) -> [UInt8] {
        let record = [0x1C, 2, dataset] + number(text.count, 2) + text
        let resource = Array("8BIM".utf8) + number(0x0404, 2) + [0, 0] + number(record.count, 4) + record
        return segment(0xED, Array("Photoshop 3.0\0".utf8) + resource + (record.count % 2 == 1 ? [0] : []))
    }

    private static let exif = Array("Exif\0\0".utf8)
    private static let forms: [(String, @Sendable ([UInt8]) -> [UInt8])] = [
        ("EXIF copyright", { jpeg(segment(0xE1, exif + tiff(0x8298, $0))) }),
        ("EXIF copyright, big end first", { jpeg(segment(0xE1, exif + tiff(0x8298, $0, isBig: true))) }),
        (
            "EXIF comment",
            { text in
                let coded: [UInt8] = Array("ASCII\0\0\0".utf8) + text
                return jpeg(segment(0xE1, exif + tiff(0x9286, coded, inEXIF: true)))
            }
        ),
        (
            "EXIF comment in UTF-16",
            { text in
                let wide: [UInt8] = Array("UNICODE\0".utf8) + text.flatMap { [$0, 0] as [UInt8] }
                return jpeg(segment(0xE1, exif + tiff(0x9286, wide, inEXIF: true)))
            }
        ),
        ("IIM copyright", { jpeg(iim(116, $0)) }), ("IIM instructions", { jpeg(iim(40, $0)) }),
        ("JPEG comment", { jpeg(segment(0xFE, $0)) }),
        ("PNG tEXt", { png("tEXt", Array("Copyright\0".utf8) + $0) }),
        ("PNG iTXt", { png("iTXt", Array("Copyright\0\0\0\0\0".utf8) + $0) }),
        ("PNG eXIf", { png("eXIf", tiff(0x8298, $0)) }),
    ]

    private func reading(_ body: [UInt8]) throws -> RightsReading {
        let response = ResponseInput(
            url: try PageFixture().url, hops: [], status: 200, headers: [("Content-Type", "image/jpeg")],
            fetched: PageFixture.now)
        let rules = SiteRules([])
        return RightsReader(agent: PageFixture.agent, tables: try ProjectTables.read()).read(
            response, embedded: EmbeddedParts.find(in: body, mediaType: "image/jpeg"),
            site: SiteEvidence(atFetch: rules, atUse: rules))
    }

    @Test("each place is read, and ordinary copyright there reserves nothing", arguments: forms.indices)
    func place(_ index: Int) throws {
        let (name, form) = Self.forms[index]
        let found = try reading(form(Self.reserved))
        let signal = found.signals.first { $0.source == .naturalLanguage && $0.isTaken }
        #expect(signal?.value == .deny, "\(name)")
        #expect(found.statesAtUse[.naturalLanguage] == .stated, "\(name)")
        #expect(!HeardRefusals.isHeard(try reading(form(Self.ordinary))), "\(name)")
    }

    @Test("a notice is quoted where it stands")
    func quote() throws {
        let body = Self.jpeg(Self.iim(116, Self.reserved))
        let quote = try #require(try reading(body).signals.first { $0.source == .naturalLanguage }?.quote)
        #expect(body[quote.offset...].starts(with: quote.bytes) && quote.bytes == Self.reserved)
    }

    @Test("what a picture shows reserves nothing")
    func description() throws {
        let text = Array("Description\0A sign: AI training is prohibited in this room".utf8)
        #expect(!HeardRefusals.isHeard(try reading(Self.png("tEXt", text))))
    }

    @Test("metadata that cannot be followed are not taken for nothing said")
    func unreadable() throws {
        var cut = Self.tiff(0x8298, Self.reserved)
        cut.removeLast(12)
        let record: [UInt8] = [0x1C, 2, 116, 0x7F, 0xFF, 0x20]
        let resource = Array("Photoshop 3.0\08BIM".utf8) + Self.number(0x0404, 2) + [0, 0] + Self.number(6, 4) + record
        for body in [
            Self.jpeg(Self.segment(0xE1, Self.exif + cut)), Self.jpeg(Self.segment(0xED, resource)),
            Self.png("zTXt", Array("Copyright\0\0".utf8) + [1, 2, 3]),
        ] {
            #expect(try reading(body).statesAtUse[.embeddedXMP] == .unreadable)
        }
    }

    @Test("no bytes of metadata stop the reading", arguments: 0..<64)
    func hostile(_ seed: Int) throws {
        let whole = Self.jpeg(
            Self.segment(0xE1, Self.exif + Self.tiff(0x8298, Self.reserved)) + Self.iim(116, Self.reserved))
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<50 {
            var body = whole
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                body[2 + Int(state >> 33) % (body.count - 2)] = UInt8(truncatingIfNeeded: state >> 17)
            }
            let parts = EmbeddedParts.find(in: body, mediaType: "image/jpeg")
            #expect(parts.notices.count <= 64)
        }
    }
}
