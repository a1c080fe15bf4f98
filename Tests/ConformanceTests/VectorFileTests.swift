import Foundation
import Testing

@testable import Conformance

@Suite("A vector file is told by its rows, and every row is passed, failed or skipped")
struct VectorFileTests {
    private func report(_ text: String, name: String = "rows.jsonl") throws -> FileReport {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try VectorFile(path: path, label: name).run().get()
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let right: String
        let wrong: String
    }

    static let cases = [
        Case(
            testDescription: "URL",
            right:
                #"{"id":"a","input":"../b","base":"http://h.example/x/y","failure":false,"href":"http://h.example/b"}"#,
            wrong: #"{"id":"a","input":"http://h.example/","failure":true}"#),
        Case(
            testDescription: "robots",
            right:
                #"{"id":"a","robots":"User-agent: *\nDisallow: /x","agent":"Bot","url":"http://h.example/x","allowed":false}"#,
            wrong: #"{"id":"a","robots":"","agent":"Bot","url":"http://h.example/x","allowed":false}"#),
        Case(
            testDescription: "robots fetch",
            right: #"{"id":"a","condition":"404","expect":"allow all"}"#,
            wrong: #"{"id":"a","condition":"500","expect":"allow all"}"#),
        Case(
            testDescription: "AIPREF, a path that may not be crawled",
            right:
                #"{"id":"a","signal":"aipref.robots","input":{"robots":"User-agent: *\nDisallow: /\nContent-Usage: train-ai=y","agent":"B","url":"https://h.example/x"},"expected":{"crawl":"disallow","preferences":{"train-ai":"unknown"}}}"#,
            wrong:
                #"{"id":"a","signal":"aipref.robots","input":{"robots":"User-agent: *\nDisallow: /\nContent-Usage: train-ai=y","agent":"B","url":"https://h.example/x"},"expected":{"crawl":"disallow","preferences":{"train-ai":"allowed"}}}"#
        ),
        Case(
            testDescription: "TDMRep, a file that is no JSON",
            right: #"{"id":"a","tdmrep_json":"[","path":"/x","reservation":null,"policy":null}"#,
            wrong: #"{"id":"a","tdmrep_json":"[","path":"/x","reservation":0,"policy":null}"#),
        Case(
            testDescription: "decimals",
            right: #"{"id":"a","raw":["0.009"],"header_type":"item","expected":[0.009,[]]}"#,
            wrong: #"{"id":"a","raw":["0.009"],"header_type":"item","expected":[0.0091,[]]}"#),
        Case(
            testDescription: "dots in paths",
            right: #"{"id":"a","kind":"whatwg:path_dots:special","input":"/a/../b/.","expected":"/b/"}"#,
            wrong: #"{"id":"a","kind":"whatwg:path_dots:special","input":"/a/../b/.","expected":"/a/b/"}"#),
        Case(
            testDescription: "robots.txt of another place",
            right:
                #"{"id":"a","signal":"robots.scope","input":{"robotsAt":"https://h.example/sub/robots.txt","url":"https://h.example/sub/a"},"expected":{"applies":false}}"#,
            wrong:
                #"{"id":"a","signal":"robots.scope","input":{"robotsAt":"ftp://h.example/robots.txt","url":"https://h.example/a"},"expected":{"applies":true}}"#
        ),
        Case(
            testDescription: "AIPREF",
            right: #"{"id":"a","kind":"content-usage","value":"train-ai=n","prefs":{"train-ai":"disallow"}}"#,
            wrong: #"{"id":"a","kind":"content-usage","value":"train-ai=n","prefs":{"train-ai":"allow"}}"#),
        Case(
            testDescription: "headers",
            right: #"{"id":"a","header":"X-Robots-Tag","value":"noai","agent":null,"ai_training_allowed":false}"#,
            wrong: #"{"id":"a","header":"X-Robots-Tag","value":"noindex","agent":null,"ai_training_allowed":false}"#),
        Case(
            testDescription: "TDMRep",
            right: #"{"id":"a","kind":"priority","file":1,"header":0,"meta":null,"reservation":0}"#,
            wrong: #"{"id":"a","kind":"priority","file":1,"header":0,"meta":null,"reservation":1}"#),
        Case(
            testDescription: "licence of a page",
            right: licenceRow(#"[{"unit":"by","version":"4.0","carrier":"meta","subject":"document"}]"#),
            wrong: licenceRow("[]")),
        Case(
            testDescription: "statement that is not expected",
            right: signalRow(#"{"search":"yes","ai-train":"no"}"#), wrong: signalRow(#"{"search":"yes"}"#)),
        Case(
            testDescription: "key that nothing reads",
            right: #"{"id":"a","signal":"product-token","input":{"token":"A-b"},"expected":{"valid":true}}"#,
            wrong: #"{"id":"a","signal":"product-token","input":{"token":"A-b"},"expected":{"colour":"red"}}"#),
    ]

    private static func licenceRow(_ licences: String) -> String {
        let html = #"<meta name='license' content='https://creativecommons.org/licenses/by/4.0/'>"#
        return #"{"id":"a","signal":"licence.html","input":{"html":"\#(html)","url":"https://h.example/a"},"#
            + #""expected":{"licences":\#(licences)}}"#
    }

    private static func signalRow(_ signals: String) -> String {
        let robots = #"User-agent: *\nContent-Signal: search=yes, ai-train=no"#
        return #"{"id":"a","signal":"content-signal","input":{"robots":"\#(robots)","agent":"Bot","#
            + #""url":"https://h.example/"},"expected":{"signals":\#(signals)}}"#
    }

    @Test("a right row passes and a wrong one fails", arguments: cases)
    func rows(_ row: Case) throws {
        let report = try report(row.right + "\n" + row.wrong + "\n")
        #expect(report.passed == 1)
        #expect(report.failures.count == 1)
        #expect(report.failures.first?.hasPrefix("FAIL rows.jsonl a: expected ") == true)
        #expect(report.lines.last(where: { $0.hasPrefix("rows") }) == "rows.jsonl: 1 passed, 1 failed")
    }

    @Test("a protocol that nothing reads is skipped and never passed")
    func skipped() throws {
        let report = try report(#"{"id":"a","signal":"semaphore","input":{},"expected":{}}"#)
        #expect((report.passed, report.failures.count, report.skippedCount) == (0, 0, 1))
        #expect(report.lines.contains("rows.jsonl: 0 passed, 0 failed, 1 skipped"))
    }

    @Test(
        "a line that is no row of a known format fails and is named",
        arguments: ["{broken", #"{"colour":"red"}"#, #"{"id":"a","robots":"","agent":"Bot","url":"","allowed":"no"}"#])
    func unreadable(_ line: String) throws {
        let report = try report("\n" + line)
        #expect(report.passed == 0)
        #expect(report.failures.count == 1)
        #expect(report.failures.first?.contains("line 2") == true)
    }

    @Test("one list is a file of rows too, whatever its name")
    func list() throws {
        let report = try report(#"[{"id":"a","condition":"404","expect":"allow all"}]"#, name: "other.txt")
        #expect(report.passed == 1)
    }

    @Test("exit codes: usage 2, unreadable 3")
    func exits() {
        #expect(ConformanceCommand.run(arguments: ["--what"], environment: [:]) == 2)
        #expect(ConformanceCommand.run(arguments: [], environment: [:]) == 2)
        #expect(ConformanceCommand.run(arguments: ["/nowhere/at/all.jsonl"], environment: [:]) == 3)
        #expect(ConformanceCommand.run(arguments: [], environment: ["CONFORMANCE_DIR": "/nowhere/at/all"]) == 3)
    }

    @Test(
        "Spellings of one address get the registry's same answer, of two addresses not; two hosts that are made one are told"
    )
    func spellings() throws {
        let rows = """
            {"id":"a","input":"HTTP://H.example:80/%7Eann","base":null,"failure":false,"href":"http://h.example/%7Eann","hostname":"h.example"}
            {"id":"b","input":"https://h.example/~ann#x","base":null,"failure":false,"href":"https://h.example/~ann#x","hostname":"h.example"}
            {"id":"c","input":"https://h.example/b","base":null,"failure":false,"href":"https://h.example/b","hostname":"h.example"}
            """
        #expect(try report(rows).notes == ["registry: 4 spellings of 2 addresses, 4 of them filed: same answers"])
        let merged =
            rows + "\n"
            + #"{"id":"d","input":"http://h.example/","base":null,"failure":false,"href":"http://h.example/","hostname":"g.example"}"#
        #expect(try report(merged).failures.contains { $0.contains("a host each") })
    }
}
