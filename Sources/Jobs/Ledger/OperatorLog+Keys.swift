public import Canonical
public import Ledger

extension OperatorLog {
    /// Hands the log over from one key to another; from then on only the other signs.
    ///
    /// - Throws: ``JobError`` `usage` for keys that are not the log's, or for one that has handed over already.
    public mutating func rotate(from old: SigningKey, to new: SigningKey, at: Timestamp) throws(JobError) {
        guard new.name == origin, new.verifying != old.verifying else {
            throw JobError(.usage, "a new key named \(origin) is due; make it with `muniment ledger key \(origin)`")
        }
        try checkSigner(old)
        do {
            guard try append([KeyEntry.rotation(from: old, to: new, at: at)]) == 1 else {
                throw JobError(.usage, "the log has this rotation already")
            }
        } catch {
            throw JobError(error)
        }
    }

    /// Says that a key is not to be trusted since a time.
    public mutating func distrust(
        _ key: VerifyingKey, since: Timestamp, by signer: SigningKey, at: Timestamp
    ) throws(JobError) {
        guard signer.verifying != key else {
            throw JobError(.usage, "the key cannot speak of itself; sign with another key of the log")
        }
        guard signer.name == origin else {
            throw JobError(.usage, "the key is named \(signer.name) and the log \(origin)")
        }
        do {
            _ = try append([KeyEntry.compromise(of: key, since: since, by: signer, at: at)])
        } catch {
            throw JobError(error)
        }
    }

    /// A key, and those that took over from it as the log tells, in their order.
    public func successors(of key: VerifyingKey) throws(JobError) -> [VerifyingKey] {
        try LogKeys(folder).successors(of: key)
    }

    /// Refuses a key that must not sign the log any more.
    func checkSigner(_ key: SigningKey) throws(JobError) {
        guard key.name == origin else {
            throw JobError(
                .usage, "the key is named \(key.name) and the log \(origin): a log is signed under its own name")
        }
        let keys = try LogKeys(folder)
        if let successor = keys.successors(of: key.verifying).dropFirst().last {
            throw JobError(.usage, "this key has handed over to \(successor.text); sign with that")
        }
        if let since = keys.compromised(key.verifying) {
            throw JobError(.usage, "this key is told to be compromised since \(since); sign with another")
        }
    }
}
