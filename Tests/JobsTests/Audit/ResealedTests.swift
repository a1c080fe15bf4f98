import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("an output changed by whoever can seal it anew: what its rows say of each other still does not fit")
struct ResealedTests {
    /// A change of the rows of one file, and a word that must stand in the file for it to be one.
    enum Change: String, CaseIterable {
        case documentTwice, documentsSwapped, documentDropped, documentURL, documentText, documentBasis, documentSource
        case siteOutcome, siteExpiry, siteTime, siteOrigin, siteDropped, siteLength
        case evidenceTwice, evidenceDropped, evidenceVerdict, evidenceSite

        var folder: PartFolder {
            rawValue.hasPrefix("document") ? .documents : rawValue.hasPrefix("site") ? .sites : .evidence
        }

        func apply(_ lines: [[UInt8]]) -> [[UInt8]] {
            var lines = lines
            func replace(_ old: String, _ new: String) { lines[0] = Resealing.replacing(lines[0], old, new) }
            switch self {
            case .documentTwice, .evidenceTwice: lines.insert(lines[0], at: 0)
            case .documentsSwapped: lines.swapAt(0, 1)
            case .documentDropped, .siteDropped, .evidenceDropped: lines.removeFirst()
            case .documentURL: replace(#""url":"http://a.example/0""#, #""url":"http://a.example/9""#)
            case .documentText: replace("A sentence", "B sentence")
            case .documentBasis: replace(#""basis":"eu="#, #""basis":"uk="#)
            case .documentSource: replace(#""source":"muniment""#, #""source":"others""#)
            case .siteOutcome: lines = lines.map { Resealing.replacing($0, "absent", "refused") }
            case .siteExpiry: replace(#""expires":"2026"#, #""expires":"2027"#)
            case .siteTime: replace(#""fetched":"2026"#, #""fetched":"2025"#)
            case .siteOrigin: replace("a.example", "b.example")
            case .siteLength: lines = lines.map { Resealing.replacing($0, #""bytes":2"#, #""bytes":3"#) }
            case .evidenceVerdict:
                lines = lines.map { Resealing.replacing($0, #""verdict":"hold"}]"#, #""verdict":"deny"}]"#) }
            case .evidenceSite: replace(#","found","86400","#, #","found","96400","#)
            }
            return lines
        }
    }

    private func bench() throws -> Workbench {
        let bench = try Workbench()
        let pages = (0..<3).map { Record.page("http://a.example/\($0)", Record.prose("item \($0)")) }
        let held = Record.page("http://b.example/", Record.prose("nobody looked"))
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + pages + [held])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        return bench
    }

    @Test("sealed anew without a change both verifiers find nothing")
    func unchanged() throws {
        let bench = try bench()
        let out = bench.folder + "/out"
        try Resealing.change(out, PartName(number: 0, roll: 0), .sites) { $0 }
        #expect(try OutputAudit(output: out).run().faults.isEmpty)
        guard SecondVerifier.isAtHand else { return }
        #expect(try SecondVerifier(["out"], in: bench.folder).output == "verdict: self-consistent\n")
    }

    @Test("whatever row is changed, both verifiers find it", arguments: Change.allCases)
    func changed(_ change: Change) throws {
        let bench = try bench()
        let out = bench.folder + "/out"
        try Resealing.change(out, PartName(number: 0, roll: 0), change.folder) { lines in
            let changed = change.apply(lines)
            #expect(changed != lines, "\(change) changes nothing")
            return changed
        }
        let report = try OutputAudit(output: out).run()
        #expect(report.verdict == .wrong)
        // What went from a file is missed where it is due; all else is named in the file itself.
        let isNamed = report.faults.contains { $0.file.hasPrefix(change.folder.rawValue) }
        #expect(isNamed || change == .documentDropped || change.folder == .evidence, "\(report.faults)")
        guard SecondVerifier.isAtHand else { return }
        let second = try SecondVerifier(["out"], in: bench.folder)
        #expect(second.code == 1 && second.output.hasSuffix("verdict: wrong\n"), "\(second.output)")
    }
}
