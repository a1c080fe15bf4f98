import Testing

@testable import Markup

@Suite("Encodings")
struct EncodingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let page: String
        var header: String?
        let encoding: TextEncoding
        let reason: PageText.Reason
        var testDescription: String { "\(page) \(header ?? "")" }
    }

    @Test(
        "HTML 13.2.3.2: mark, then transport, then meta, then a guess",
        arguments: [
            Case(page: "<p>x", encoding: .windows1252, reason: .fallback),
            Case(page: "<p>é", encoding: .utf8, reason: .validUTF8),
            Case(page: "\u{FEFF}<meta charset=koi8-r>", header: "big5", encoding: .utf8, reason: .byteOrderMark),
            Case(page: "<meta charset=koi8-r>", header: " BIG5 ", encoding: .big5, reason: .transport),
            Case(page: "<meta charset=koi8-r>", header: "nonsense", encoding: .koi8R, reason: .meta),
            Case(page: "<!--<meta charset=big5>--><meta CHARSET='Shift_JIS'>", encoding: .shiftJIS, reason: .meta),
            Case(
                page: "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>", encoding: .gbk,
                reason: .meta),
            Case(page: "<meta content='text/html; charset=gb2312'>", encoding: .windows1252, reason: .fallback),
            Case(page: "<p title='<meta charset=big5>'><meta charset=utf-16le>", encoding: .utf8, reason: .meta),
            Case(page: "<?xml version='1.0' encoding=\"windows-1251\"?><p>", encoding: .windows1251, reason: .meta),
            Case(page: "<meta charset=bogus><meta charset=iso-8859-1>", encoding: .windows1252, reason: .meta),
        ])
    func sniffing(_ test: Case) {
        let found = EncodingSniffer.sniff(Array(test.page.utf8), transportCharset: test.header)
        #expect(found.encoding == test.encoding && found.reason == test.reason)
    }

    @Test(
        "Encoding Standard: bytes become the characters the standard gives",
        arguments: [
            ([0x93, 0xFA, 0x96, 0x7B], "shift_jis", "日本", 0), ([0xC4, 0xE3, 0xBA, 0xC3], "gb2312", "你好", 0),
            ([0x80, 0x81, 0xE9], "iso-8859-1", "€\u{81}é", 0), ([0xCF, 0xF0], "windows-1251", "Пр", 0),
            ([0x61, 0x00, 0x62, 0x00], "utf-16", "ab", 0), ([0xB0, 0xA1, 0xFF], "euc-kr", "가\u{FFFD}", 1),
            ([0x61, 0xE9], "utf-8", "a\u{FFFD}", 1), ([0xC0], "x-user-defined", "\u{F7C0}", 0),
            ([0xFD], "iso-8859-9", "ı", 0),
            ([0xA4, 0xA4], "big5", "中", 0), ([0xB4, 0xC1], "euc-jp", "漢", 0),
        ] as [([UInt8], String, String, Int)])
    func decoding(bytes: [UInt8], label: String, text: String, replacements: Int) throws {
        let page = try PageText(payload: bytes, transportCharset: label)
        #expect(String(decoding: page.bytes, as: UTF8.self) == text)
        #expect(page.replacements == replacements && page.space == .utf8)
    }

    @Test("a UTF-8 or ASCII payload keeps its own offsets")
    func payloadSpace() throws {
        #expect(try PageText(payload: Array("é".utf8)).space == .payload)
        #expect(try PageText(payload: Array("abc".utf8), transportCharset: "big5").space == .payload)
    }

    @Test("labels of the replacement encoding are refused, not guessed", arguments: ["hz-gb-2312", "ISO-2022-KR"])
    func replacement(label: String) {
        #expect(throws: MarkupError.self) { try PageText(payload: [0x41], transportCharset: label) }
    }

    @Test("every encoding decodes a byte of each value without loss of count")
    func allEncodings() throws {
        for encoding in TextEncoding.allCases where encoding != .replacement {
            let decoded = try TextDecoder.decode((0...255).map { UInt8($0) }, from: encoding)
            #expect(String(validating: decoded.text, as: UTF8.self) != nil, "\(encoding.rawValue)")
            #expect(TextEncoding(label: encoding.rawValue) == encoding)
        }
    }
}
