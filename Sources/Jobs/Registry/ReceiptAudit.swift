internal import Canonical
public import Registry

/// What runs knew of an objection that somebody has a receipt for, by the snapshots that lie in their outputs.
public struct ReceiptAudit: Sendable {
    /// What one run knew.
    public enum Knowledge: Sendable {
        /// Its snapshot was made after the filing and has the objection, or the objection had ended or been refused by then.
        case obeyed
        /// Its snapshot was made before the filing.
        case earlier
        /// It was told to do without a registry, or its snapshot names no log.
        case unknown(String)
        /// Its snapshot should have the objection and does not, or was made of another log.
        case missed(String)
    }

    public let output: String
    public let knowledge: Knowledge

    /// - Throws: ``JobError`` if the folder is no finished output, or its snapshot cannot be read.
    public init(_ proof: ReceiptProof, output: String) throws(JobError) {
        self.output = output
        guard let snapshot = try StoredInputs(output: output).snapshot() else {
            knowledge = .unknown("it was told to do without a registry")
            return
        }
        guard let head = snapshot.log else {
            knowledge = .unknown("its snapshot was compiled from files and names no log")
            return
        }
        knowledge = Self.knowledge(of: proof, snapshot, head)
    }

    private static func knowledge(of proof: ReceiptProof, _ snapshot: Snapshot, _ head: LogHead) -> Knowledge {
        guard proof.isOf(head) else { return .missed("its snapshot was not made of this log") }
        guard head.size > proof.index else {
            guard proof.recordedAt > snapshot.compiledAt else {
                return .missed("its snapshot of \(snapshot.compiledAt) leaves out what was filed by then")
            }
            return .earlier
        }
        // What refuses nothing, or was refused, is in no snapshot.
        let isDue = proof.life.terms.act.isRefusal && proof.life.at(snapshot.compiledAt).isBlocking
        let isThere = snapshot.objections.contains { $0.id == proof.receipt.objection }
        return isDue && !isThere ? .missed("its snapshot does not have the objection") : .obeyed
    }

    /// Whether it is as it must be, as far as can be told.
    public var isSound: Bool { if case .missed = knowledge { false } else { true } }

    /// In words.
    public var description: String {
        switch knowledge {
        case .obeyed: "knew of it"
        case .earlier: "obeyed a snapshot made before it was filed"
        case .unknown(let reason): "cannot tell: \(reason)"
        case .missed(let reason): "MISSED it: \(reason)"
        }
    }
}
