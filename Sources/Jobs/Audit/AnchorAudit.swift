public import Ledger
internal import Shards

/// Holds an output against the signed head of a log, both known from outside the output.
public struct AnchorAudit: Sendable {
    let key: VerifyingKey
    let checkpoint: Checkpoint
    let witnesses: [VerifyingKey]
    /// The log itself, where it is at hand; else the proof in the output must do.
    let log: OperatorLog?

    public init(key: VerifyingKey, checkpoint: Checkpoint, witnesses: [VerifyingKey] = [], log: OperatorLog? = nil) {
        self.key = key
        self.checkpoint = checkpoint
        self.witnesses = witnesses
        self.log = log
    }

    /// - Returns: How far the proof reaches; nil, and faults, if it does not hold.
    func run(_ output: String, _ log: AuditLog, _ notes: inout [String]) -> AuditReport.Verdict? {
        do throws(LedgerError) {
            guard try checkpoint.note.isSigned(by: key) else {
                log.add(.anchor, "checkpoint", "is not signed by \(key.name)")
                return nil
            }
        } catch {
            log.add(.anchor, "checkpoint", "\(error)")
            return nil
        }
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
        return verdict(log, &notes)
    }

    private func proof(of output: String) throws(JobError) -> RunProof? {
        if let log { return try RunProof(output: output, log: log, checkpoint: checkpoint) }
        return try RunProof(reading: output)
    }

    private func verdict(_ log: AuditLog, _ notes: inout [String]) -> AuditReport.Verdict? {
        var count = 0
        for witness in witnesses {
            do throws(LedgerError) {
                guard let time = try checkpoint.cosigned(by: witness) else { continue }
                count += 1
                notes.append("\(witness.name) cosigned the checkpoint at \(time)")
            } catch {
                log.add(.anchor, "checkpoint", "\(error)")
                return nil
            }
        }
        return count == 0 ? .anchored(checkpoint: checkpoint.size) : .witnessed(count, checkpoint: checkpoint.size)
    }
}
