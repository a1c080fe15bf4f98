internal import Canonical
internal import Shards

/// An output that is done: its manifest and its plan.
struct FinishedOutput: Sendable {
    let manifest: Manifest
    /// Of the manifest's bytes.
    let digest: Digest
    let plan: OutputPlan

    /// - Throws: ``JobError`` `couldNotRun` for a folder that is no finished output.
    init(_ output: String) throws(JobError) {
        guard FileKind(output) == .folder else {
            throw JobError(.couldNotRun, "\(output.isEmpty ? "''" : output): there is no such folder")
        }
        do {
            let bytes = try OutputFile.read(output + "/manifest.json")
            manifest = try Manifest(json: JSONReader.read(bytes))
            digest = Digest(of: bytes)
            guard let name = try OutputPlan.names(output).first,
                let plan = try OutputPlan.read("\(output)/manifests/\(name)")
            else { throw JobError(.couldNotRun, "\(output)/manifests holds no plan") }
            self.plan = plan
        } catch {
            throw JobError(.couldNotRun, "\(output): \(error); a finished output is due")
        }
    }

    var run: Digest { RunLeaf.run(plan) }
    var isCrawl: Bool { plan.command == .crawl }
}
