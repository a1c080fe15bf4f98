import Canonical
import Foundation
import Provenance
import Shards
import Testing

@testable import Jobs

@Suite("Files with metadata of their own go through the filter: what they say is evidence, and none is a document")
struct AssetFilterTests {
    private static let about = "xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' r:about=''"

    private static func packet(_ properties: String) -> [UInt8] {
        Array(
            ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<r:Description \(about) \(properties)/></r:RDF></x:xmpmeta>").utf8)
    }

    private static func big(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func jpeg(_ xmp: [UInt8]) -> [UInt8] {
        let data = Array("http://ns.adobe.com/xap/1.0/\0".utf8) + xmp
        let metadata = xmp.isEmpty ? [] : [0xFF, 0xE1] + big(data.count + 2, 2) + data
        return [0xFF, 0xD8] + metadata + [0xFF, 0xDA, 0, 3, 0, 1, 2, 3, 0xFF, 0xD9]
    }

    private static func pdf(_ xmp: [UInt8]) -> [UInt8] {
        Array(
            ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Metadata 2 0 R >>\nendobj\n2 0 obj\n"
                + "<< /Type /Metadata /Subtype /XML /Length \(xmp.count) >>\nstream\n").utf8)
            + xmp + Array("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n".utf8)
    }

    private static func box(_ type: String, _ data: [UInt8]) -> [UInt8] {
        big(data.count + 8, 4) + Array(type.utf8) + data
    }

    private static func superbox(_ kind: String, _ label: String, _ contents: [UInt8]) -> [UInt8] {
        let type = Array(kind.utf8) + [0, 0x11, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
        return box("jumb", box("jumd", type + [3] + Array(label.utf8) + [0]) + contents)
    }

    private static var png: [UInt8] {
        let words = #"{"entries":{"c2pa.ai_generative_training":{"use":"notAllowed"}}}"#
        let assertion = superbox("json", "c2pa.training-mining", box("json", Array(words.utf8)))
        let manifest = superbox("c2ma", "urn:uuid:1", superbox("c2as", "c2pa.assertions", assertion))
        func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
            big(data.count, 4) + Array(type.utf8) + data + [0, 0, 0, 0]
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", Array(repeating: 0, count: 13))
            + chunk("caBX", superbox("c2pa", "c2pa", manifest)) + chunk("IEND", [])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let type: String
        let body: [UInt8]
        let source: RightsProtocol
        let states: [RightsProtocol: ProtocolState]
        let quote: String
        let mayBeRefused: Bool

        init(
            _ name: String, _ type: String, _ body: [UInt8], _ source: RightsProtocol,
            _ states: [RightsProtocol: ProtocolState], quote: String = ""
        ) {
            (testDescription, self.type, self.body, self.source) = (name, type, body, source)
            (self.states, self.quote, mayBeRefused) = (states, quote, !quote.isEmpty)
        }
    }

    static let cases: [Case] = [
        Case(
            "a JPEG with a PLUS prohibition", "image/jpeg",
            jpeg(packet("xmlns:p='http://ns.useplus.org/ldf/xmp/1.0/' p:DataMining='DMI-PROHIBITED'")), .embeddedXMP,
            [.embeddedXMP: .stated, .embeddedC2PA: .absent, .tdmrepEmbedded: .absent, .metaRobots: .absent],
            quote: "DMI-PROHIBITED"),
        Case(
            "a PDF that reserves", "application/pdf",
            pdf(packet("xmlns:t='http://www.w3.org/ns/tdmrep/' t:reservation='1'")), .tdmrepEmbedded,
            [.tdmrepEmbedded: .stated, .embeddedXMP: .absent, .embeddedC2PA: .absent], quote: "reservation"),
        Case(
            "a PNG with a refusal in C2PA", "image/png", png, .embeddedC2PA,
            [.embeddedC2PA: .stated, .embeddedXMP: .absent, .tdmrepEmbedded: .absent], quote: "notAllowed"),
        Case(
            "a JPEG that says nothing", "image/jpeg", jpeg([]), .embeddedXMP,
            [.embeddedXMP: .absent, .embeddedC2PA: .absent, .tdmrepEmbedded: .absent]),
        Case(
            "a JPEG that breaks off", "image/jpeg", Array(jpeg(packet("")).prefix(60)), .embeddedXMP,
            [.embeddedXMP: .unreadable, .embeddedC2PA: .unreadable, .tdmrepEmbedded: .unreadable]),
    ]

    @Test("IPTC 2023.1, TDMRep, C2PA 1.4: the row of a file holds its signals and states", arguments: cases)
    func assets(_ one: Case) throws {
        let bench = try Workbench()
        let record = Record(
            url: "http://a.example/file", headers: ["Content-Type: \(one.type)"], body: one.body)
        let archive = try bench.archive("a.warc.gz", Record.silentSite("a.example") + [record])
        try bench.filter([archive], out: "out")
        let row = try #require(try bench.rows("out").first)
        for (source, state) in one.states { #expect(row.considered.statesAtUse[source] == state, "\(source)") }
        let refusals = row.considered.signals.filter { $0.source == one.source && $0.isTaken && $0.value == .deny }
        #expect(!refusals.isEmpty == one.mayBeRefused)
        #expect(refusals.allSatisfy { $0.quote.text.contains(one.quote) && $0.quote.offset >= 0 })
        #expect(!row.verdict.admits)
        #expect(row.considered.document == nil)
        #expect(try bench.lines("out", "documents").isEmpty)
        // What is read again from the row is what was written.
        let lines = try bench.lines("out", "evidence")
        #expect(lines == [row.line])
    }

    @Test(
        "a robots.txt that refuses a core trainer by name keeps pages out, another trainer is recorded, an assistant is not",
        arguments: [
            ("GPTBot", Verdict.deny, 1), ("Brightbot 1.0", .allowWithObligations, 1),
            ("Diffbot", .allowWithObligations, 1),
            ("ChatGPT-User", .allowWithObligations, 0), ("PerplexityBot", .allowWithObligations, 0),
        ])
    func otherCollectors(_ name: String, _ verdict: Verdict, _ recorded: Int) throws {
        let bench = try Workbench()
        let robots = "User-agent: \(name)\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
        let site = Record.silentSite("a.example").filter { !$0.url.hasSuffix("robots.txt") }
        let archive = try bench.archive(
            "a.warc.gz",
            site + [.file("http://a.example/robots.txt", robots), .page("http://a.example/p", Record.prose("a"))])
        try bench.filter([archive], out: "out")
        let row = try #require(try bench.rows("out").first)
        #expect(row.verdict == verdict)
        #expect(row.considered.signals.filter { $0.source == .robotsAIAgents }.count == recorded)
        #expect(try bench.lines("out", "documents").isEmpty == (verdict == .deny))
    }

    @Test("explain names every protocol once, with its state, in words and by its letter")
    func explain() throws {
        let bench = try Workbench()
        let page = Record.page("http://a.example/p", "<meta name=robots content=noai>" + Record.prose("a"))
        let refused = Record.page("http://b.example/p", Record.prose("a"), headers: ["X-Robots-Tag: noai"])
        let archive = try bench.archive("a.warc.gz", Record.silentSite("a.example") + [page, refused])
        try bench.filter([archive], out: "out")
        for row in try bench.rows("out") {
            let atFetch = row.decisions.last?.moment == .fetch
            let states = atFetch ? row.considered.statesAtFetch : row.considered.statesAtUse
            #expect(states.description.count == RightsProtocol.allCases.count)
            let uncounted = "  \(ExplainText.notCounted): "
            let lines = ExplainText.of(row).split(separator: "\n").filter { line in
                line.hasPrefix(uncounted) || ExplainText.stateWords.contains { line.hasPrefix("  \($0.1): ") }
            }
            var named: [String: ProtocolState] = [:]
            for line in lines {
                let words = ExplainText.stateWords.first { line.hasPrefix("  \($0.1): ") }
                for name in line.split(separator: ": ", maxSplits: 1)[1].split(separator: ", ") {
                    #expect(named.updateValue(words?.0 ?? .stated, forKey: String(name)) == nil, "\(name)")
                }
            }
            for source in RightsProtocol.allCases {
                let isDropped = row.considered.signals.contains { $0.source == source && !$0.isTaken }
                #expect(named[source.rawValue] == states[source] || isDropped, "\(source)")
            }
        }
    }
}
