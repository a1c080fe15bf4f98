public import Canonical
internal import Ledger

/// That somebody outside the operator saw a head of the log, and when: what stands in the log below that head was public then.
///
/// Source: C2SP tlog-cosignature v1.0.0; licensing bases 0.0.5, "`closes_at` counts from that leaf's earliest external proof",
/// read 2026-11-30.
public struct NoticeWitness: Hashable, Sendable {
    /// Who, by the name of the key.
    public let name: String
    /// When, by the witness's own clock.
    public let at: Timestamp
    /// When the registry learnt of it.
    public let recordedAt: Timestamp
    /// How many events of the log were seen.
    let size: Int
    let root: Digest
    let origin: String

    /// - Throws: ``LifeFault`` for what is no checkpoint, or one that the key has not cosigned by the time it is recorded.
    init(checkpoint bytes: [UInt8], key text: String, recordedAt: Timestamp) throws(LifeFault) {
        do {
            let key = try VerifyingKey(text: text)
            let head = try Checkpoint(bytes: bytes)
            guard let at = try head.cosigned(by: key) else { throw LifeFault("\(key.name) has not cosigned it") }
            guard at <= recordedAt else { throw LifeFault("\(key.name) cosigned it at \(at), which is yet to come") }
            (name, self.at, self.recordedAt) = (key.name, at, recordedAt)
            (size, root, origin) = (head.size, head.root, head.origin)
        } catch let fault as LifeFault {
            throw fault
        } catch {
            throw LifeFault("\(error)")
        }
    }
}
