internal import Synchronization

/// Lends capture readers to tasks: as many as are in use at once, no more.
final class ReaderPool: Sendable {
    /// A reader belongs to the one task it is lent to, which is why it may cross over.
    private struct Lent: @unchecked Sendable {
        let reader: CaptureReader
    }

    private let free = Mutex<[Lent]>([])
    private let inputs: InputSet

    init(_ inputs: InputSet) { self.inputs = inputs }

    func consider(
        _ capture: TakenCapture, site: SiteEvidenceBox, wantsLinks: Bool
    ) throws(JobError) -> ConsideredCapture {
        let lent: Lent
        if let idle = free.withLock({ $0.popLast() }) {
            lent = idle
        } else {
            do { lent = Lent(reader: try CaptureReader(inputs)) } catch {
                throw JobError(.couldNotRun, "\(error)")
            }
        }
        defer { free.withLock { $0.append(lent) } }
        return lent.reader.consider(capture, site: site.evidence, wantsLinks: wantsLinks)
    }
}
