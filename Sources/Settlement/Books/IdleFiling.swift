/// A filing that no use of the period answers to: it may be a slip of the pen, and whoever filed it waits for nothing.
public struct IdleFiling: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: String, Hashable, Sendable { case claim, dispute, match }

    public let kind: Kind
    public let id: String
    public let work: String
    /// Of a match of one document; empty otherwise.
    public let document: String

    public var description: String {
        let thing = document.isEmpty ? work : "document \(document) of \(work)"
        return switch kind {
        case .claim: "claim \(id) names \(thing), and no use of the period that counts is of it"
        case .dispute: "dispute \(id) is over \(thing), and no use of the period that counts is of it"
        case .match: "match \(id) confirms \(thing), and no candidate of the period is that"
        }
    }

    /// Those of a pool and of what was filed for it, claims first, in the order they were filed.
    static func find(in pool: Pool, _ filings: Filings, _ uses: UseTable) -> [IdleFiling] {
        let claims = filings.claims.filter { !uses.names($0.work) }
            .map { IdleFiling(kind: .claim, id: $0.id, work: $0.work, document: "") }
        let disputes = pool.disputes.filter { !uses.names($0.work) }
            .map { IdleFiling(kind: .dispute, id: $0.id, work: $0.work, document: "") }
        let matches = filings.matches.filter { !uses.used($0) }
            .map { IdleFiling(kind: .match, id: $0.id, work: $0.work, document: $0.document) }
        return claims + disputes + matches
    }
}
