public import Canonical
internal import Licensing
public import Provenance
internal import Shards
internal import WebAddress

/// The documents of runs that must be reported and paid for, with the works that were matched at decision.
///
/// Rests on the evidence, and for words on the shards: nothing is matched anew, and a document in no shard is no use.
public struct RunUses {
    /// By what a document is paid for.
    public enum Right: Hashable, Sendable {
        case mandate(MandateMatch)
        /// A notice that announced a rate: whose work it is is not known.
        case notice(NoticeMatch)
        /// A mandate that did not hold all the time of the use: its money waits.
        case lapsed(MandateMatch)
    }

    /// One document as one mandate or notice licenses it.
    public struct Use: Sendable {
        public let document: Digest
        public let domain: String
        public let basis: String
        /// Of its text, by the rule that was asked for.
        public let tokens: Int
        public let right: Right
        /// Nil for what is prepared and of which no use is recorded.
        public let record: UseRecord?
    }

    /// What could not be told.
    public struct Rest: Sendable {
        public init() {}

        /// Documents that oblige to a payment or a report and rest on no mandate that was asked for.
        public internal(set) var otherBasis = 0
        /// Documents that rest on a notice, where mandates were asked for.
        public internal(set) var onNotice = 0
        /// Documents that a recall had taken out before the use began.
        public internal(set) var recalled = 0
        /// Documents that a recall took out while the use went on, and from when to when they were used.
        public internal(set) var left: [Left] = []
        /// Runs that a record names and that are none of the outputs given.
        public internal(set) var missingRuns: Set<Digest> = []
        /// Documents of uses that a mandate did not license all the time, with that mandate.
        public internal(set) var lapsed: [Lapse] = []
    }

    /// A document of a use that a mandate did not license all the time.
    public struct Lapse: Hashable, Sendable {
        public let document: Digest
        public let mandate: String
    }

    /// The time in which a document was used that was recalled before the use ended.
    public struct Left: Hashable, Sendable {
        public let document: Digest
        public let from: Timestamp
        /// Exclusive: when it was recalled.
        public let to: Timestamp
    }

    private let outputs: [String]
    /// Mandates that are asked for; all if empty.
    private let mandates: Set<String>
    /// The notice whose documents are asked for; nil for those of mandates.
    private let notice: String?
    private let counting: CountingRule

    public init(
        outputs: [String], mandates: Set<String>, notice: String? = nil, counting: CountingRule = .bytes
    ) {
        (self.outputs, self.mandates, self.notice, self.counting) = (outputs, mandates, notice, counting)
    }

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
        let words = counting == .words ? try ShardWords(output, parts, revisions) : nil
        var (found, others, thrown) = (seen, Rest(), JobError?.none)
        try RowSearch(output: output).each(of: parts) { row in
            guard let use = row.decisions.last, use.verdict.admits, let document = row.considered.document,
                Self.mustBeTold(use.obligations)
            else { return }
            let recall = revisions.recall(of: row.id)?.at
            // What was taken out while the use went on was used until then.
            if let recall, record.map({ recall <= $0.from }) ?? true {
                others.recalled += 1
                return
            }
            guard found.insert(document.key).inserted else { return }
            let (rights, tokens): ([Right], Int)
            do throws(JobError) {
                rights = try self.rights(of: row.considered.grounds, use, document.key, record)
                tokens =
                    rights.isEmpty
                    ? 0
                    : try words?.count(of: row.id, key: document.key, text: document.textDigest) ?? document.textBytes
            } catch { return thrown = thrown ?? error }
            for case .lapsed(let match) in rights {
                others.lapsed.append(Lapse(document: document.key, mandate: match.mandate))
            }
            if rights.isEmpty {
                if notice == nil, Self.isOnNotice(use) { others.onNotice += 1 } else { others.otherBasis += 1 }
            } else if let record, let recall, recall < record.to {
                others.left.append(Left(document: document.key, from: record.from, to: recall))
            }
            for right in rights {
                body(
                    Use(
                        document: document.key, domain: row.considered.url.host, basis: use.basisText,
                        tokens: tokens, right: right, record: record))
            }
        }
        if let thrown { throw thrown }
        seen = found
        rest.lapsed += others.lapsed
        rest.otherBasis += others.otherBasis
        rest.onNotice += others.onNotice
        rest.recalled += others.recalled
        rest.left += others.left
    }

    private func rights(
        of grounds: Grounds, _ use: Decision, _ document: Digest, _ record: UseRecord?
    ) throws(JobError) -> [Right] {
        guard let notice else {
            guard !Self.isOnNotice(use) else { return [] }
            let asked = grounds.mandates.filter { mandates.isEmpty || mandates.contains($0.mandate) }
            let choice = try MandateChoice(asked, document: document, record)
            // One line says that a document's money waits, whatever the number of works in it.
            return choice.held.isEmpty
                ? choice.lapsed.prefix(1).map { .lapsed($0) } : choice.held.map { .mandate($0) }
        }
        guard Self.isOnNotice(use) else { return [] }
        // Of two versions that take it in the later one announces what is paid.
        let known = grounds.notices.filter { $0.notice == notice && !$0.tariff.isEmpty }
        return known.max { $0.version < $1.version }.map { [.notice($0)] } ?? []
    }

    /// How the basis of a notice is named in every pack: the second of the paper's paths.
    private static let noticeBasis = "prop.cn.notice"

    /// Whether a document is admitted because it was announced: one that a mandate takes in too is then not paid for twice.
    private static func isOnNotice(_ use: Decision) -> Bool {
        use.packs.contains { $0.basis == noticeBasis }
    }

    private static func mustBeTold(_ obligations: [String]) -> Bool {
        obligations.contains(Obligation.pay.rawValue) || obligations.contains(Obligation.report.rawValue)
    }
}
