internal import Canonical

/// What an operator offers as evidence that it is a research organisation or heritage institution.
///
/// Source: Directive (EU) 2019/790, Art. 2(1) and 2(3), date read 2026-11-23.
public struct ResearchStanding: Hashable, Sendable {
    /// Where the evidence is: a register entry, a statute, a recognition.
    public let evidence: String
    /// Whether an undertaking with decisive influence has preferential access to results; nil if not said.
    public let preferentialAccess: Bool?

    public init(evidence: String, preferentialAccess: Bool?) {
        self.evidence = evidence
        self.preferentialAccess = preferentialAccess
    }

    var json: JSONValue {
        .object([
            .init("evidence", .string(evidence)),
            .init("preferential_access", preferentialAccess.map { .bool($0) } ?? .null),
        ])
    }
}
