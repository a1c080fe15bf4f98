public import Canonical
internal import Licensing
public import Provenance
internal import Shards
internal import WebAddress

/// The documents of runs that must be reported and paid for, with the works that were matched at decision.
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
        /// Nil for what is prepared and of which no use is recorded.
        public let record: UseRecord?
    }

    /// What could not be told.
    public struct Rest: Sendable {
        /// Documents that oblige to a payment or a report and rest on no mandate that was asked for.
        public internal(set) var otherBasis = 0
        /// Documents that a recall had taken out before the use began.
        public internal(set) var recalled = 0
        /// Runs that a record names and that are none of the outputs given.
        public internal(set) var missingRuns: Set<Digest> = []
    }

    private let outputs: [String]
    /// Mandates that are asked for; all if empty.
    private let mandates: Set<String>

    public init(outputs: [String], mandates: Set<String>) { (self.outputs, self.mandates) = (outputs, mandates) }

    /// Calls `body` with every document prepared and not recalled, each once by its key, in the order of the outputs and of
    /// their parts.
    ///
    /// - Throws: ``JobError`` if a folder is no output or a part cannot be read to its end.
    public func prepared(_ body: (Use) -> Void) throws(JobError) -> Rest {
        var (seen, rest) = (Set<Digest>(), Rest())
        for output in outputs { try each(output, nil, nil, &seen, &rest, body) }
        return rest
    }

    /// Calls `body` with every use: for each record its documents, each once for the record by its key, however many runs
    /// or parts hold it.
    ///
    /// - Throws: ``JobError`` if a folder is no finished output, if a part cannot be read to its end, and `finding` for
    ///   one that is not what the record names.
    public func used(by records: [UseRecord], _ body: (Use) -> Void) throws(JobError) -> Rest {
        var rest = Rest()
        var known: [Digest: (output: String, shards: UseRecord.Shards)] = [:]
        for output in outputs {
            for shards in try UseRecord.shards(of: [output]) { known[shards.run] = (output, shards) }
        }
        for record in records {
            var seen: Set<Digest> = []
            for used in record.shards {
                guard let run = known[used.run] else {
                    rest.missingRuns.insert(used.run)
                    continue
                }
                for (part, root) in used.parts where run.shards.parts[part] != root {
                    throw JobError(
                        .finding, "\(run.output): part \(part) is not the one whose use was recorded; restore it")
                }
                try each(run.output, Set(used.parts.keys), record, &seen, &rest, body)
            }
        }
        return rest
    }

    private func each(
        _ output: String, _ parts: Set<String>?, _ record: UseRecord?, _ seen: inout Set<Digest>, _ rest: inout Rest,
        _ body: (Use) -> Void
    ) throws(JobError) {
        let revisions = try Revisions(output)
        var (found, others, recalled) = (seen, 0, 0)
        try RowSearch(output: output).each(of: parts) { row in
            guard let use = row.decisions.last, use.verdict.admits, let document = row.considered.document,
                Self.mustBeTold(use.obligations)
            else { return }
            // What was taken out while the use went on was used until then.
            if let recall = revisions.recall(of: row.id), record.map({ recall.at <= $0.from }) ?? true {
                recalled += 1
                return
            }
            guard found.insert(document.key).inserted else { return }
            let matches = row.considered.grounds.mandates.filter {
                mandates.isEmpty || mandates.contains($0.mandate)
            }
            if matches.isEmpty { others += 1 }
            for match in matches {
                body(
                    Use(
                        document: document.key, domain: row.considered.url.host, basis: use.basisText,
                        textBytes: document.textBytes, match: match, record: record))
            }
        }
        seen = found
        rest.otherBasis += others
        rest.recalled += recalled
    }

    private static func mustBeTold(_ obligations: [String]) -> Bool {
        obligations.contains(Obligation.pay.rawValue) || obligations.contains(Obligation.report.rawValue)
    }
}
