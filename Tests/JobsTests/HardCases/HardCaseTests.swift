import Canonical
import Provenance
import Testing

@testable import Jobs

@Suite("The table of hard cases (docs/hard-cases.md), each row under each pack")
struct HardCaseTests {
    static let rows =
        HardCaseTable.open + HardCaseTable.licences + HardCaseTable.reservations + HardCaseTable.access
        + HardCaseTable.parties

    @Test("every cell", arguments: rows)
    func cell(_ row: HardCase) throws {
        let decision = try row.decide()
        let reasons = decision.packs.map { "\($0.pack) \($0.verdict): \($0.reasons.prefix(6))" }
        #expect(row.answers(decision) == row.cells, "\(reasons.joined(separator: "\n"))")
    }
}
