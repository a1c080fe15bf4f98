import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("filter --jsonl: one verdict a line, and no line is guessed at")
struct LineFilterTests {
    private func answers(_ text: [UInt8], more: String = "") throws -> [(json: JSONValue, isRefused: Bool)] {
        let bench = try Workbench()
        let config = try bench.config(more)
        let pages = try LineFilter(config: config, inputs: bench.inputs(config), siteEvidence: nil)
        let path = bench.folder + "/in.jsonl"
        try OutputFile.replace(path, with: text)
        let file = try #require(FileHandle(forReadingAtPath: path))
        let stream = LineStream(descriptor: file.fileDescriptor, limit: config.limits.recordBytes)
        var (answers, number): ([(json: JSONValue, isRefused: Bool)], Int) = ([], 0)
        while let line = try stream.next() {
            number += 1
            guard let answer = pages.verdict(line, number: number) else { continue }
            answers.append((try JSONReader.read(answer.line), answer.isRefused))
        }
        return answers
    }

    private static let page = #"{"html":"<p>x</p>","url":"http://a.example/"}"#

    @Test("blank lines are passed over and counted; the last line needs no line feed")
    func lines() throws {
        let got = try answers(Array("\n\(Self.page)\r\n  \n{bad\n\(Self.page)".utf8))
        #expect(got.map { $0.json["line"]?.integer } == [2, 4, 5])
        #expect(got.map(\.isRefused) == [false, true, false])
        #expect(got[1].json["verdict"]?.string == "deny")
        #expect(got[1].json["error"]?.string?.contains("not valid JSON") == true)
        #expect(got[0].json["reasons"]?.array?.isEmpty == false, "nobody knows what robots.txt says")
    }

    @Test(
        "what a line may not hold is named",
        arguments: [
            ("robots", #"{"html":"","robots":"none","url":"http://a.example/"}"#),
            ("url and html", #"{"html":""}"#), ("url and html", #"{"html":1,"url":"http://a.example/"}"#),
            ("url: ", #"{"html":"","url":"ftp://a.example/"}"#), ("an object is due", "[]"),
            ("status", #"{"html":"","status":"200","url":"http://a.example/"}"#),
            ("status", #"{"html":"","status":99999,"url":"http://a.example/"}"#),
            ("fetched", #"{"fetched":1,"html":"","url":"http://a.example/"}"#),
            ("headers: ", #"{"headers":[],"html":"","url":"http://a.example/"}"#),
            ("headers.x", #"{"headers":{"x":1},"html":"","url":"http://a.example/"}"#),
            ("headers.x", #"{"headers":{"x":"a\r\ny: b"},"html":"","url":"http://a.example/"}"#),
            ("headers.: ", #"{"headers":{"":"a"},"html":"","url":"http://a.example/"}"#),
        ])
    func refused(_ words: String, _ line: String) throws {
        let got = try answers(Array((line + "\n").utf8))
        #expect(got.count == 1)
        #expect(got.first?.isRefused == true)
        #expect(got.first?.json["error"]?.string?.contains(words) == true, "\(String(describing: got.first?.json))")
    }

    @Test("a line over the limit is passed over without being held, bytes that are no UTF-8 are refused")
    func bounds() throws {
        let long = Array(repeating: UInt8(ascii: "x"), count: 5000) + [0x0A]
        let got = try answers(
            long + Array((Self.page + "\n").utf8) + [0x7B, 0xFF, 0x7D, 0x0A] + long.dropLast(),
            more: "limits: {record_bytes: 100}")
        #expect(got.map { $0.json["line"]?.integer } == [1, 2, 3, 4])
        #expect(got.map(\.isRefused) == [true, false, true, true])
        #expect(got[0].json["error"]?.string?.contains("limits.record_bytes") == true)
    }

    @Test("a page over limits.decoded_bytes is never admitted")
    func overLimit() throws {
        let got = try answers(Array(Self.page.utf8), more: "limits: {decoded_bytes: 3}")
        #expect(got.first?.isRefused == false)
        #expect(got.first?.json["verdict"]?.string != "allow")
    }

    @Test("a line that cannot be read ends the command with 1 unless damage is allowed; the count is said")
    func exits() throws {
        let bench = try Workbench()
        let arguments = ["filter", "--jsonl", "--no-registry", "--config", Command.config]
        let bad = try Command(arguments, in: bench.folder, input: Array("{bad\n\n\(Self.page)\n".utf8))
        #expect(bad.code == 1)
        #expect(bad.output.split(separator: "\n").count == 2)
        #expect(bad.complaints.contains("1 of 3 lines"))
        let allowed = try Command(arguments + ["--allow-damaged"], in: bench.folder, input: Array("{bad\n".utf8))
        #expect(allowed.code == 0)
        #expect(try Command(arguments, in: bench.folder, input: Array("\n\(Self.page)".utf8)).code == 0)
    }
}
