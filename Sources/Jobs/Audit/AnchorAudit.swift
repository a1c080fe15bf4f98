public import Canonical
public import Ledger
internal import Shards

/// Holds an output against the signed head of a log, both known from outside the output.
public struct AnchorAudit: Sendable {
    let key: VerifyingKey
    let checkpoint: Checkpoint
    let witnesses: [VerifyingKey]
    /// The log itself, where it is at hand; else the proof in the output must do.
    let log: OperatorLog?
    let stamp: Stamp?

    /// The answer of a time-stamping authority.
    public struct Stamp: Sendable {
        let response: [UInt8]
        /// A PEM file of those that are trusted.
        let authorities: String

        public init(response: [UInt8], authorities: String) {
            (self.response, self.authorities) = (response, authorities)
        }
    }

    public init(
        key: VerifyingKey, checkpoint: Checkpoint, witnesses: [VerifyingKey] = [], log: OperatorLog? = nil,
        stamp: Stamp? = nil
    ) {
        self.stamp = stamp
        self.key = key
        self.checkpoint = checkpoint
        self.witnesses = witnesses
        self.log = log
    }

    /// - Returns: How far the proof reaches; nil, and faults, if it does not hold.
    func run(_ output: String, _ log: AuditLog, _ notes: inout [String]) -> AuditReport.Verdict? {
        guard let signer = signer(log, &notes) else { return nil }
        do throws(JobError) {
            guard let proof = try proof(of: output) else {
                log.add(
                    .anchor, RunProof.file, "is missing; have it made with `muniment ledger prove`, or name the log")
                return nil
            }
            guard proof.inclusion.size == checkpoint.size else {
                log.add(
                    .anchor, RunProof.file,
                    "is for checkpoint \(proof.inclusion.size), and \(checkpoint.size) was given; have it made anew for that"
                )
                return nil
            }
            guard proof.holds(in: checkpoint) else {
                log.add(
                    .anchor, ManifestAudit.file,
                    "is not the manifest that the log has for this run: the output was made anew, or the proof is another's"
                )
                return nil
            }
        } catch {
            log.add(.anchor, RunProof.file, error.message)
            return nil
        }
        guard hasRecalls(output, log, &notes) else { return nil }
        return verdict(signer, log, &notes)
    }

    /// Whether the output has every recall that the log has of it; false, and faults, where one was undone.
    private func hasRecalls(_ output: String, _ log: AuditLog, _ notes: inout [String]) -> Bool {
        guard let operatorLog = self.log else { return true }
        var isWhole = true
        do throws(JobError) {
            let logged = try operatorLog.recalls(of: FinishedOutput(output).run)
            let records = try Revisions(output).records
            let done = Set(records.map { OperatorLog.Recall(number: $0.number, record: $0.digest) })
            for recall in logged where !done.contains(recall) {
                isWhole = false
                log.add(
                    .anchor, RecallRecord.name(recall.number) + ".json",
                    "is not the record \(recall.record.hex) that the log has: the recall was undone, or the folder is an older copy"
                )
            }
            for recall in done.subtracting(logged).sorted(by: { $0.number < $1.number }) {
                notes.append("recall \(recall.number) is not in the log; `muniment ledger add` is due")
            }
        } catch {
            log.add(.anchor, RunBundle.folder, error.message)
            return false
        }
        return isWhole
    }

    /// The key that signed: the one given, or one that took over from it as the log tells. Nil, and a fault, if none did.
    private func signer(_ log: AuditLog, _ notes: inout [String]) -> VerifyingKey? {
        do {
            let keys = try self.log.map { try LogKeys($0.folder) }
            for candidate in keys?.successors(of: key) ?? [key] where try checkpoint.note.isSigned(by: candidate) {
                if candidate != key { notes.append("the key given has handed over to \(candidate.text), which signed") }
                return candidate
            }
            log.add(.anchor, "checkpoint", "is not signed by \(key.name)")
        } catch {
            log.add(.anchor, "checkpoint", JobError(error).message)
        }
        return nil
    }

    private func proof(of output: String) throws(JobError) -> RunProof? {
        if let log { return try RunProof(output: output, log: log, checkpoint: checkpoint) }
        return try RunProof(reading: output)
    }

    private func verdict(
        _ signer: VerifyingKey, _ log: AuditLog, _ notes: inout [String]
    ) -> AuditReport.Verdict? {
        var times: [Timestamp] = []
        var keys: Set<[UInt8]> = []
        do {
            for witness in witnesses {
                // One key is one witness, however often and by whatever name it is given.
                guard let time = try checkpoint.cosigned(by: witness), keys.insert(witness.publicKey).inserted else {
                    continue
                }
                times.append(time)
                notes.append("\(witness.name) cosigned the checkpoint at \(time)")
            }
            let stamped = try stamp.map {
                try TimeStamp.time(
                    of: $0.response, over: checkpoint.stamped, authorities: $0.authorities, subject: "the time stamp")
            }
            let seen = (times + [stamped].compactMap { $0 }).min()
            if let since = try self.log.flatMap({ try LogKeys($0.folder).compromised(signer) }) {
                guard let seen, seen < since else {
                    log.add(
                        .untrusted, "checkpoint",
                        "is signed by a key that the log tells was compromised since \(since), and nobody outside has seen it before"
                    )
                    return nil
                }
                notes.append("the key was compromised since \(since); the checkpoint was seen before, at \(seen)")
            }
            if let stamped {
                return .timeProven(since: stamped, witnesses: times.count, checkpoint: checkpoint.size)
            }
        } catch {
            log.add(.anchor, "checkpoint", JobError(error).message)
            return nil
        }
        return times.isEmpty
            ? .anchored(checkpoint: checkpoint.size) : .witnessed(times.count, checkpoint: checkpoint.size)
    }
}
