import Canonical
import Foundation
import Jobs
import Testing
import WebAddress

@Suite("explain tells in which encoding a page was read, and why")
struct ExplainCharsetTests {
    private func explained(_ html: [UInt8], _ type: String = "text/html") throws -> String {
        let bench = try Workbench()
        let explainer = PageExplainer(try bench.inputs(try bench.config()))
        let row = try explainer.explain(
            html: html, url: CanonicalURL("https://a.example/p"), status: 200,
            headers: [(name: "Content-Type", value: type)], siteFiles: [])
        return ExplainText.of(row)
    }

    @Test("by header, by the page, by its bytes, by a mark, or by a guess")
    func reasons() throws {
        let page = Array(("<html><main>" + Record.prose("a") + "</main></html>").utf8)
        #expect(
            try explained(page, "text/html; charset=koi8-r").contains("read as KOI8-R, by the charset of Content-Type"))
        #expect(
            try explained(Array("<meta charset=utf-8>".utf8) + page).contains(
                "read as UTF-8, by the charset that the page states"))
        #expect(try explained(page + Array("é".utf8)).contains("read as UTF-8, since its bytes are UTF-8"))
        #expect(try explained([0xEF, 0xBB, 0xBF] + page).contains("read as UTF-8, by its byte order mark"))
        #expect(try explained(page).contains("read as windows-1252, a guess"))
    }

    @Test("a text that cannot be told is none that is not there")
    func untold() throws {
        let words = Array(repeating: "Здесь стоит довольно длинный русский текст о порте. ", count: 30).joined()
        let bytes = try #require(("<html><main><p>" + words + "</p></main></html>").data(using: .windowsCP1251))
        let text = try explained(Array(bytes))
        #expect(text.contains("main text: none taken: the encoding is not stated and cannot be told"))
        #expect(text.contains("its text was not taken, since the encoding is not stated and cannot be told"))
        #expect(!text.contains("none found"))
        let empty = try explained(Array("<html><body></body></html>".utf8))
        #expect(empty.contains("main text: none found"))
        #expect(empty.contains("no main text could be read from it"))
    }
}
