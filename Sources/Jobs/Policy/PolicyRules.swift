internal import Canonical
internal import Foundation
public import Licensing
internal import Shards

/// The rules of a settings file without a registry, for those who read rules and do not run them.
public enum PolicyRules {
    /// Every pack in the folder, active or not.
    ///
    /// - Throws: ``JobError`` or ``ConfigError``.
    public static func packs(_ config: RunConfig) throws -> [Pack] {
        let folder = PackFolder(config.packs.folder)
        return try folder.files().map { try Pack($0.text, file: $0.file, parts: folder.part) }
            .sorted { $0.id < $1.id }
    }

    /// The packs named, with the settings and grounds of the file.
    public static func ruleset(_ config: RunConfig, active: [String]) throws -> Ruleset {
        let folder = PackFolder(config.packs.folder)
        return try Ruleset.load(
            packs: folder.files(), active: active, settings: config.doubts, parts: folder.part
        ).knowing(config.grounds.read().known)
    }

    /// Whether an output was decided by these rules, as far as its manifest or plan tells.
    ///
    /// - Throws: ``JobError`` for a manifest that cannot be read.
    public static func decided(_ output: String, by ruleset: Ruleset, _ profile: UseProfile) throws -> Bool {
        let path = output + "/manifest.json"
        guard OutputFile.exists(path) else { return false }
        let manifest: JSONValue
        do { manifest = try JSONReader.read(OutputFile.read(path)) } catch {
            throw JobError(.couldNotRun, "\(path): \(error)")
        }
        let inputs = manifest["inputSet"]
        return inputs?["ruleset"]?.string == ruleset.digest.hex && inputs?["profile"]?.string == profile.digest.hex
    }

    /// Whether an output names another use profile than this one; false where it names none.
    ///
    /// - Throws: ``JobError`` for a manifest that cannot be read.
    public static func isOfAnotherProfile(_ output: String, _ profile: UseProfile) throws -> Bool {
        let path = output + "/manifest.json"
        guard OutputFile.exists(path) else { return false }
        do {
            let named = try JSONReader.read(OutputFile.read(path))["inputSet"]?["profile"]?.string
            return named.map { $0 != profile.digest.hex } ?? false
        } catch { throw JobError(.couldNotRun, "\(path): \(error)") }
    }

    /// The files of examples beside the packs.
    public static func exampleFiles(_ config: RunConfig) throws -> [String] {
        let folder = config.packs.folder + "/examples"
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
                .map { folder + "/" + $0 }
        } catch {
            throw JobError(.usage, "\(folder): there are no examples beside the packs; name a file")
        }
    }

    /// The profile of the file.
    public static func profile(_ config: RunConfig) throws -> UseProfile { try UseProfile(config.profile) }
}
