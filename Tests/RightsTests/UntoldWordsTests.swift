import Canonical
import Extraction
import Foundation
import Markup
import Provenance
import Rights
import Testing
import WebAddress

@Suite("Words in an encoding that nobody states are not absent")
struct UntoldWordsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let footer: [UInt8]
        var language = ""
        var charset: String?
        let state: ProtocolState

        init(
            _ name: String, _ text: String, _ encoding: String.Encoding, language: String = "", charset: String? = nil,
            _ state: ProtocolState
        ) {
            testDescription = name
            footer = Array(text.data(using: encoding) ?? Data())
            (self.language, self.charset, self.state) = (language, charset, state)
        }

        init(_ name: String, bytes: [UInt8], _ state: ProtocolState) {
            (testDescription, footer, self.state) = (name, bytes, state)
            (language, charset) = ("", nil)
        }
    }

    private static let russian = "Использование материалов сайта для обучения ИИ запрещено."
    /// Foundation does not write it here. "当サイトの記事をAI学習に利用することを禁止します。"
    private static let eucJP: [UInt8] = [
        0xC5, 0xF6, 0xA5, 0xB5, 0xA5, 0xA4, 0xA5, 0xC8, 0xA4, 0xCE, 0xB5, 0xAD, 0xBB, 0xF6, 0xA4, 0xF2, 0x41, 0x49,
        0xB3, 0xD8, 0xBD, 0xAC, 0xA4, 0xCB, 0xCD, 0xF8, 0xCD, 0xD1, 0xA4, 0xB9, 0xA4, 0xEB, 0xA4, 0xB3, 0xA4, 0xC8,
        0xA4, 0xF2, 0xB6, 0xD8, 0xBB, 0xDF, 0xA4, 0xB7, 0xA4, 0xDE, 0xA4, 0xB9, 0xA1, 0xA3,
    ]
    static let cases: [Case] = [
        .init("windows-1251, not stated", russian, .windowsCP1251, .unreadable),
        .init("windows-1251, stated", russian, .windowsCP1251, charset: "windows-1251", .stated),
        .init("Shift_JIS, not stated", "当サイトのコンテンツをAI学習に利用することを禁止します。", .shiftJIS, .unreadable),
        .init("EUC-JP, not stated", bytes: eucJP, .unreadable),
        .init("windows-1253, not stated", "Απαγορεύεται η εξόρυξη κειμένων.", .windowsCP1253, .unreadable),
        .init("UTF-8, not stated", russian, .utf8, .stated),
        .init(
            "UTF-7", "+BBgEQQQ/BD4EOwRMBDcEPgQyBDAEPQQ4BDU- +BDwEMARCBDUEQAQ4BDAEOwQ+BDI- +BDcEMAQ/BEAENQRJBDUEPQQ+-",
            .ascii, .unreadable),
        .init(
            "Western, not stated", "Société d'études \u{E0} Besançon, propri\u{E9}t\u{E9} de l'\u{E9}cole",
            .windowsCP1252, .notChecked),
        .init(
            "Western with its language", "Stra\u{DF}e der K\u{FC}nste, M\u{FC}nchen", .windowsCP1252, language: "de",
            .notChecked),
        .init("Polish by its language", "Zabrania si\u{119} kopiowania", .windowsCP1250, language: "pl", .unreadable),
        .init("Western and reserving", "Nutzung f\u{FC}r Text und Data Mining vorbehalten.", .windowsCP1252, .stated),
        .init("a plus sign is no UTF-7", "Call +49 30 1234567 or +1-555-0100 for papers", .ascii, .notChecked),
        .init("stated as UTF-8 and another", russian, .windowsCP1251, charset: "utf-8", .unreadable),
    ]

    @Test("of a page's footer, and of a plain text", arguments: cases)
    func state(_ one: Case) throws {
        let html = Array(
            "<html\(one.language.isEmpty ? "" : " lang=\(one.language)")><main>\(prose)</main><footer><p>".utf8)
        let page = try PageText(payload: html + one.footer + Array("</p></footer>".utf8), transportCharset: one.charset)
        let reading = try HTMLParser().read(page)
        let document = Extractor().read(reading)
        let response = ResponseInput(
            url: try CanonicalURL("https://ex.com/a"), hops: [], status: 200,
            headers: [("Content-Type", "text/html")], fetched: PageFixture.now)
        let site = SiteEvidence(atFetch: nil, atUse: nil)
        let reader = RightsReader(agent: PageFixture.agent, tables: try ProjectTables.read())
        let found = reader.read(
            response, page: reading, blocks: document.blocks, textBytes: document.text.count, space: page.space,
            source: page.bytes, site: site)
        #expect(found.statesAtUse[.naturalLanguage] == one.state)
        #expect(
            found.signals.contains { $0.source == .naturalLanguage && $0.value == .invalid }
                == (one.state == .unreadable))
    }

    @Test("of a plain text", arguments: cases.filter { $0.language.isEmpty })
    func plain(_ one: Case) throws {
        let text = Array(String(repeating: "The archive holds many papers of the old town.\n", count: 30).utf8)
        let body = try PageText(payload: text + [0x0A] + one.footer + [0x0A], transportCharset: one.charset)
        let response = ResponseInput(
            url: try CanonicalURL("https://ex.com/a"), hops: [], status: 200,
            headers: [("Content-Type", "text/plain")], fetched: PageFixture.now)
        let reader = RightsReader(agent: PageFixture.agent, tables: try ProjectTables.read())
        let found = reader.read(
            response, page: nil, blocks: nil, textBytes: 0, space: body.space, source: body.bytes,
            decoding: body.decoding, site: SiteEvidence(atFetch: nil, atUse: nil))
        #expect((found.statesAtUse[.naturalLanguage] == .unreadable) == (one.state == .unreadable))
    }
}
