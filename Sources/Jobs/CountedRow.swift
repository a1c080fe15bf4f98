internal import Provenance
internal import Shards

/// What a summary counts of one row: little, so that rows can be counted long after they were made.
struct CountedRow: Sendable {
    /// URLs it stands for.
    let weight: Int
    let verdict: String
    let access: String
    /// Empty unless it is admitted.
    let basis: String
    /// Empty if it is admitted, and for a row without a decision.
    let reason: String
    let doubts: [String]
    let isAdmitted: Bool
    let isDenied: Bool

    init(_ row: EvidenceRow) {
        if case .hostRefused(let count) = row.kind { weight = count } else { weight = 1 }
        verdict = row.verdict.rawValue
        access = row.considered.access.rawValue
        let last = row.decisions.last
        let isAdmitted = last?.verdict.admits ?? false
        self.isAdmitted = isAdmitted
        isDenied = last.map { $0.verdict > .hold } ?? false
        basis = last.map { isAdmitted ? $0.basisText : "" } ?? ""
        reason =
            last.map { last in
                isAdmitted ? "" : last.packs.first { $0.verdict == last.verdict }?.reasons.first ?? "none"
            } ?? ""
        doubts = last?.doubts ?? []
    }
}
