public import Canonical
public import Ledger

/// That the event of a receipt stands in an exported log, and what has become of the objection since.
public struct ReceiptProof: Sendable {
    public let receipt: Receipt
    /// Its place among the log's events, from 0.
    public let index: Int
    /// Of the log.
    public let size: Int
    public let root: Digest
    /// Leads from the event to the root.
    public let inclusion: InclusionProof
    /// When the registry learnt of it.
    public let recordedAt: Timestamp
    /// As of the log's last event.
    public let life: ObjectionLife
    private let leaves: [Digest]

    /// Reads a log, tests all of it, and looks the event up.
    ///
    /// - Parameter trusted: The key the log must be signed with; nil for the one the receipt is signed by.
    /// - Throws: ``RegistryError`` with code `damagedLog` if the log is not whole, is not that of the receipt, or has not its
    ///   event in its place.
    public init(_ receipt: Receipt, log file: String, trusted: VerifyingKey? = nil) throws(RegistryError) {
        let log = try ReadLog(file, upTo: 0, trusted: trusted ?? receipt.key)
        let event = try RegistryEvent(line: receipt.event, at: 0, in: "receipt")
        guard log.origin == receipt.origin, event.index < log.leaves.count, log.leaves[event.index] == receipt.leaf,
            let life = log.lastLives[receipt.objection]
        else {
            let reason = "it does not have the event of the receipt for \(receipt.objection) in place \(event.index)"
            throw RegistryError(.damagedLog, file: file, reason: "\(reason); ask for an export made since")
        }
        let proofs = MerkleProofs(log.leaves)
        do {
            inclusion = InclusionProof(
                index: event.index, size: log.size, path: try proofs.inclusion(of: event.index, in: log.size))
            root = try proofs.root(of: log.size)
        } catch {
            throw RegistryError(.damagedLog, file: file, reason: "\(error)")
        }
        (self.receipt, index, size, recordedAt) = (receipt, event.index, log.size, event.recordedAt)
        (self.life, leaves) = (life, log.leaves)
    }

    /// Whether the log is the one that a snapshot was made of, as long as it was then.
    public func isOf(_ head: LogHead) -> Bool {
        guard head.origin == receipt.origin, head.size <= leaves.count else { return false }
        do { return try MerkleProofs(leaves).root(of: head.size) == head.root } catch { return false }
    }
}
