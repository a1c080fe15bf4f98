internal import Canonical
internal import Foundation
internal import Licensing
internal import Registry
internal import Shards

/// The inputs of an output's decisions, read back from its `inputs/` folder.
struct StoredInputs {
    private let output: String
    private let named: JSONValue

    /// - Throws: ``JobError`` if the folder has no manifest that can be read.
    init(output: String) throws(JobError) {
        self.output = output
        do {
            named = try Manifest(json: JSONReader.read(OutputFile.read(output + "/manifest.json"))).inputSet
        } catch {
            throw JobError(.couldNotRun, "\(output)/manifest.json: \(error); a finished output is due")
        }
    }

    /// The product token that robots.txt groups were matched by.
    var agent: String { named["agent"]?.string ?? "" }

    var reader: String { named["reader"]?.string ?? "" }
    var source: String { named["source"]?.string ?? "" }

    /// Over all of it, as the manifest has it.
    var digest: String { named["digest"]?.string ?? "" }

    /// The bytes of one input.
    func named(_ name: String) throws(JobError) -> [UInt8] {
        guard let digest = named[name]?.string.flatMap({ Digest($0) }) else {
            throw JobError(.couldNotRun, "\(output)/manifest.json names no \(name)")
        }
        return try bytes(digest, name)
    }

    var at: Timestamp? { named["at"]?.string.flatMap { Timestamp(rfc3339: $0) } }

    func profile() throws(JobError) -> UseProfile {
        let (json, file) = try json("profile")
        do { return try UseProfile(ConfigNode(json: json, file: file)) } catch { throw JobError(error) }
    }

    /// The operator's files, nothing where none was named.
    func grounds() throws(JobError) -> OperatorGrounds {
        guard named["grounds"] != nil else { return OperatorGrounds() }
        let (json, file) = try json("grounds")
        do { return try OperatorGrounds(json: json, file: file) } catch { throw JobError(error) }
    }

    func ruleset(_ grounds: OperatorGrounds) throws(JobError) -> Ruleset {
        let (json, file) = try json("ruleset")
        do {
            let ruleset = try Ruleset.read(json, known: grounds.known, file: file)
            guard ruleset.digest.hex == named["ruleset"]?.string else {
                throw JobError(
                    .couldNotRun,
                    "\(file): this program reads these rules otherwise than the one that wrote them; use that version")
            }
            return ruleset
        } catch {
            throw JobError(error)
        }
    }

    /// The settings of doubt of the run, also where its packs are read otherwise by now.
    ///
    /// - Throws: ``JobError`` `couldNotRun` for settings this program does not know.
    func doubts() throws(JobError) -> DoubtSettings {
        let (json, file) = try json("ruleset")
        do { return try Ruleset.settings(of: json, file: file) } catch {
            throw JobError(.couldNotRun, "\(error); use the version that wrote the output")
        }
    }

    /// Nil for a run that was told to do without.
    func snapshot() throws(JobError) -> Snapshot? {
        guard let digest = named["registry"]?.string.flatMap({ Digest($0) }) else { return nil }
        let manifest = try bytes(digest, "registry")
        let folder = NSTemporaryDirectory() + "muniment-snapshot-" + UUID().uuidString
        do {
            // A snapshot is a folder of names; here its files lie under their digests. It is mapped, so the names may go.
            try OutputFile.makeFolder(folder)
            defer { Self.remove(folder) }
            try OutputFile.replace(folder + "/manifest.json", with: manifest)
            let line = Array(manifest.prefix { $0 != 0x0A })
            for member in try JSONReader.read(line)["files"]?.members ?? [] {
                guard let digest = member.value["sha256"]?.string.flatMap({ Digest($0) }), !member.key.contains("/")
                else { throw JobError(.couldNotRun, "\(output): the registry's manifest cannot be read") }
                try FileManager.default.createSymbolicLink(
                    atPath: folder + "/" + member.key, withDestinationPath: try path(digest))
            }
            return try Snapshot.load(folder)
        } catch {
            throw JobError(.couldNotRun, "\(output)/inputs: the registry snapshot cannot be used: \(error)")
        }
    }

    private static func remove(_ folder: String) {
        do { try FileManager.default.removeItem(atPath: folder) } catch {
            // Links in the folder for passing files: whoever cleans that up takes them too.
        }
    }

    private func path(_ digest: Digest) throws(JobError) -> String {
        let path = "\(output)/inputs/\(digest.hex)"
        return path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private func bytes(_ digest: Digest, _ name: String) throws(JobError) -> [UInt8] {
        let file = "\(output)/inputs/\(digest.hex)"
        do {
            let bytes = try OutputFile.read(file)
            guard Digest(of: bytes) == digest else {
                throw ShardError(path: file, problem: "is not the \(name) of the run")
            }
            return bytes
        } catch {
            throw JobError(.couldNotRun, "\(error); `muniment audit verify \(output)` tells what else is wrong")
        }
    }

    private func json(_ name: String) throws(JobError) -> (JSONValue, file: String) {
        let bytes = try named(name)
        let file = "\(output)/inputs/\(named[name]?.string ?? "")"
        do { return (try JSONReader.read(bytes), file) } catch {
            throw JobError(.couldNotRun, "\(file): \(error)")
        }
    }
}
