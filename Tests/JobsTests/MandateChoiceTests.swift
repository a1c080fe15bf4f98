import Canonical
import Provenance
import Testing

@testable import Jobs

@Suite("Of the mandates that took a document in, one is told for each work, if they held all the time of the use")
struct MandateChoiceTests {
    private static func match(
        _ mandate: String, _ from: String = "2026-01-01", _ to: String? = nil, work: String = "A", tariff: String = "T",
        isCertain: Bool = true, isDisputed: Bool = false, optedOut: String? = nil
    ) -> MandateMatch {
        MandateMatch(
            mandate: mandate, kind: .member, work: work, isCertain: isCertain, from: Timestamp(day: from)!,
            to: to.map { Timestamp(day: $0)! }, optedOut: optedOut.map { Timestamp(day: $0)! }, fits: true,
            isDisputed: isDisputed, tariff: tariff)
    }

    private static func choose(_ matches: [MandateMatch], _ isPrepared: Bool = false) throws -> (String, String) {
        let record = try UseRecord(
            model: "m", licensee: "l", territory: "CN", epochs: 1, from: Timestamp(day: "2026-03-01")!,
            to: Timestamp(day: "2026-04-01")!, shards: [])
        let choice = try MandateChoice(matches, document: Digest(of: []), isPrepared ? nil : record)
        return (choice.held.map(\.mandate).joined(separator: " "), choice.lapsed.map(\.mandate).joined(separator: " "))
    }

    @Test(
        "by periods",
        arguments: [
            ([match("M")], "M", ""), ([match("M", "2026-03-01", "2026-04-01")], "M", ""),
            ([match("M", "2026-03-02")], "", "M"), ([match("M", "2026-01-01", "2026-03-31")], "", "M"),
            ([match("M", "2026-01-01", "2026-03-01")], "", "M"), ([match("M", "2026-04-01")], "", "M"),
            ([match("M", "2026-01-01", "2026-03-15"), match("N", "2026-03-15")], "N", ""),
            ([match("M", "2026-01-01", "2026-03-15"), match("N", "2026-03-16")], "", "N"),
            ([match("M", "2026-01-01", "2026-03-01"), match("N", "2026-03-01")], "N", ""),
            ([match("M"), match("N", work: "B")], "M N", ""),
            ([match("M"), match("N", "2026-05-01", work: "B")], "M", "N"),
            // Two tariffs, one after the other: none is that of the whole use.
            ([match("M", "2026-01-01", "2026-03-15"), match("N", "2026-03-15", tariff: "U")], "", "N"),
            ([match("M"), match("N", isDisputed: true)], "N", ""),
            ([match("M"), match("N", isCertain: false)], "N", ""),
            ([match("M"), match("N", optedOut: "2026-09-01")], "N", ""),
        ] as [([MandateMatch], String, String)])
    func periods(_ matches: [MandateMatch], _ held: String, _ lapsed: String) throws {
        for matches in [matches, matches.reversed()] {
            let found = try Self.choose(matches)
            #expect(found == (held, lapsed))
        }
    }

    @Test("what is prepared has no time; two tariffs at once are two reports")
    func rest() throws {
        #expect(try Self.choose([Self.match("M", "2027-01-01")], true) == ("M", ""))
        let error = #expect(throws: JobError.self) { try Self.choose([Self.match("M"), Self.match("N", tariff: "U")]) }
        #expect(error?.message.contains("--mandate") == true)
    }
}
