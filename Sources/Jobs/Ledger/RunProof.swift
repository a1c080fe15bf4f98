internal import Canonical
public import Ledger
internal import Shards

/// That a run's closing entry stands in a log: `ledger/proof.json` of an output.
public struct RunProof: Sendable {
    static let file = "ledger/proof.json"

    let leaf: [UInt8]
    let inclusion: InclusionProof

    /// Proves an output's manifest from a log.
    ///
    /// - Throws: ``JobError`` `finding` if the log does not have it as it is now.
    public init(output: String, log: OperatorLog, checkpoint: Checkpoint) throws(JobError) {
        leaf = try Self.leaf(of: output)
        guard let inclusion = try log.inclusion(of: leaf, in: checkpoint) else {
            throw JobError(
                .finding,
                "\(output): its manifest is not in the log at checkpoint \(checkpoint.size); `muniment ledger add` and a new checkpoint may be due"
            )
        }
        self.inclusion = inclusion
    }

    /// Reads the proof that stands in an output; nil if there is none.
    init?(reading output: String) throws(JobError) {
        let path = "\(output)/\(Self.file)"
        guard OutputFile.exists(path) else { return nil }
        leaf = try Self.leaf(of: output)
        do {
            let json = try JSONReader.read(OutputFile.read(path))
            guard let inclusion = json["inclusion"].flatMap({ InclusionProof(json: $0) }) else {
                throw JobError(.finding, "\(path): is no proof; make it anew with `muniment ledger prove`")
            }
            self.inclusion = inclusion
        } catch {
            throw JobError(error)
        }
    }

    /// The closing entry that the output as it lies there must have.
    static func leaf(of output: String) throws(JobError) -> [UInt8] {
        do {
            let names = try OutputPlan.names(output)
            guard let name = names.first, let plan = try OutputPlan.read("\(output)/manifests/\(name)") else {
                throw JobError(.couldNotRun, "\(output)/manifests holds no plan; a finished output is due")
            }
            return RunLeaf.close(plan, manifest: try OutputFile.read("\(output)/manifest.json"))
        } catch {
            throw JobError(error)
        }
    }

    /// Whether it leads to the root of a checkpoint.
    func holds(in checkpoint: Checkpoint) -> Bool {
        inclusion.size == checkpoint.size && inclusion.root(of: MerkleTree.leaf(leaf)) == checkpoint.root
    }

    /// With the root it leads to, so that damage is seen without a checkpoint.
    var json: JSONValue {
        .object([
            .init("format", .integer(1)), .init("inclusion", inclusion.json),
            .init("leaf", .string(String(decoding: leaf, as: UTF8.self))),
            .init("root", .string(inclusion.root(of: MerkleTree.leaf(leaf))?.hex ?? "")),
        ])
    }

    /// Puts the proof into the output.
    public func write(_ output: String) throws(JobError) {
        do {
            try OutputFile.makeFolder("\(output)/\(RunBundle.folder)")
            try OutputFile.replace("\(output)/\(Self.file)", with: json.canonicalBytes + [0x0A])
        } catch {
            throw JobError(error)
        }
    }
}
