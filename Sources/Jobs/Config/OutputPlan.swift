internal import Canonical
internal import Foundation
internal import Shards

/// What an output folder was begun for: a resumed run must be the same run.
struct OutputPlan: Sendable {
    let at: Timestamp
    let inputSet: Digest

    private static func path(_ output: String, _ rank: Int, _ world: Int) -> String {
        "\(output)/manifests/plan-\(rank)-of-\(world).json"
    }

    /// The plan a folder already has; nil for a new folder.
    static func read(_ output: String, rank: Int, world: Int) throws(JobError) -> OutputPlan? {
        let path = path(output, rank, world)
        guard OutputFile.exists(path) else { return nil }
        do {
            let json = try JSONReader.read(OutputFile.read(path))
            guard let at = json["at"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
                let digest = json["inputSet"]?.string.flatMap({ Digest($0) })
            else { throw JobError(.couldNotRun, "\(path): cannot be read; give another --out folder") }
            return OutputPlan(at: at, inputSet: digest)
        } catch let error as JobError {
            throw error
        } catch {
            throw JobError(.couldNotRun, "\(path): \(error)")
        }
    }

    /// Takes a folder for a run, or finds that it is this run's already.
    static func take(_ output: String, rank: Int, world: Int, for inputs: InputSet) throws(JobError) {
        if let plan = try read(output, rank: rank, world: world) {
            guard plan.inputSet == inputs.digest else {
                throw JobError(
                    .usage,
                    "\(output) was begun with other packs, profile, registry or settings (or another time); give a new --out folder, or the settings it was begun with"
                )
            }
            return
        }
        do {
            for folder in ["documents", "evidence", "sites/blobs", "manifests/inputs", "inputs"] {
                try OutputFile.makeFolder(output + "/" + folder)
            }
            for blob in inputs.blobs {
                let path = output + "/inputs/" + Digest(of: blob.bytes).hex
                if !OutputFile.exists(path) { try OutputFile.replace(path, with: blob.bytes) }
            }
            let set = Manifest.inputSet(inputs).canonicalBytes + [0x0A]
            try OutputFile.replace(output + "/manifests/inputset.json", with: set)
            let json = JSONValue.object([
                .init("at", .string(inputs.at.description)), .init("inputSet", .string(inputs.digest.hex)),
            ])
            try OutputFile.replace(path(output, rank, world), with: json.canonicalBytes + [0x0A])
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }
}
