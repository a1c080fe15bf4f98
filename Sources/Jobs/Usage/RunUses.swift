public import Canonical
internal import Licensing
public import Provenance
internal import Shards
internal import WebAddress

/// The documents of runs that must be reported and paid for, each once, with the works that were matched at decision.
///
/// Rests on the evidence alone: nothing is matched anew, and a document in no shard is no use.
public struct RunUses {
    /// One document as one mandate licenses it.
    public struct Use: Sendable {
        public let document: Digest
        public let domain: String
        public let basis: String
        public let textBytes: Int
        public let match: MandateMatch
    }

    private let outputs: [String]
    /// Mandates that are asked for; all if empty.
    private let mandates: Set<String>

    public init(outputs: [String], mandates: Set<String>) { (self.outputs, self.mandates) = (outputs, mandates) }

    /// Calls `body` with every use, in the order of the outputs and of their parts.
    ///
    /// A document that several runs hold, or one run twice, is used once, by its key.
    ///
    /// - Returns: How many documents oblige to a payment or a report and rest on no mandate that was asked for.
    /// - Throws: ``JobError`` if a folder is no output or a part cannot be read to its end.
    public func each(_ body: (Use) -> Void) throws(JobError) -> Int {
        var (seen, others): (Set<Digest>, Int) = ([], 0)
        for output in outputs {
            try RowSearch(output: output).each { row in
                guard let use = row.decisions.last, use.verdict.admits, let document = row.considered.document,
                    Self.mustBeTold(use.obligations), seen.insert(document.key).inserted
                else { return }
                let matches = row.considered.grounds.mandates.filter {
                    mandates.isEmpty || mandates.contains($0.mandate)
                }
                if matches.isEmpty { others += 1 }
                for match in matches {
                    body(
                        Use(
                            document: document.key, domain: row.considered.url.host,
                            basis: use.basisText, textBytes: document.textBytes, match: match))
                }
            }
        }
        return others
    }

    private static func mustBeTold(_ obligations: [String]) -> Bool {
        obligations.contains(Obligation.pay.rawValue) || obligations.contains(Obligation.report.rawValue)
    }
}
