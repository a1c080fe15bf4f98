public import Canonical
internal import Foundation
internal import Shards

/// `muniment release`: records that the documents of an output were handed out, so that a recall can tell whom to tell.
public struct OutputRelease: Sendable {
    public let number: Int
    /// Of the record: what the log gets to see.
    public let record: Digest

    /// Records a hand-out of the documents as they are now.
    ///
    /// - Throws: ``JobError`` for an output that is not finished, has a recall that was cut short, or has
    ///   parts that are not as they were sealed.
    @discardableResult
    public init(output: String, to recipient: String, at: Timestamp) throws(JobError) {
        guard !recipient.isEmpty, recipient.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw JobError(.usage, "--to '\(Shown.text(recipient))': a name of one line is due")
        }
        do {
            let lock = try RunLock(folder: output)
            defer { withExtendedLifetime(lock) {} }
            let plan = try FinishedOutput(output)
            let recall = try RecallFinish(output)
            try recall.finish()
            let sealed = try SealedParts(output)
            try sealed.check(.evidence)
            try sealed.check(.documents)
            let all = try ReleaseRecord.all(output)
            let record = ReleaseRecord(
                number: all.count + 1, at: at, recipient: recipient, manifest: plan.digest,
                recalls: recall.revisions.records.count,
                nonce: UUID().uuidString.lowercased().replacing("-", with: ""))
            try OutputFile.makeFolder("\(output)/\(ReleaseRecord.folder)")
            try OutputFile.replace("\(output)/\(ReleaseRecord.name(record.number))", with: record.bytes)
            try RunBundle(after: output, plan: plan.plan).release(record)
            (number, self.record) = (record.number, record.digest)
        } catch {
            throw JobError(error)
        }
    }
}
