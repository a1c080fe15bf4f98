internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs

/// What every command that decides has: settings, registry, time.
struct CommonOptions: ParsableArguments {
    @Option(help: "The settings file (YAML; every key in docs/config.md). Default: config/default.yaml.")
    var config: String?

    @Option(help: "The active packs, separated by commas, instead of those of the settings.")
    var packs: String?

    @Option(
        help: ArgumentHelp("The registry snapshot to obey, instead of that of the settings.", valueName: "snapshot"))
    var registry: String?

    @Flag(help: "Run without an objection registry. Nothing else turns it off.")
    var noRegistry = false

    @Option(help: "The run's time (RFC 3339), not later than now. A resumed run keeps its own.")
    var at: String?

    @Flag(help: "Print JSON lines for programs instead of text for people.")
    var json = false

    func settings() throws -> RunConfig {
        try RunConfig.read(path: SettingsFile.path(config))
    }

    var packNames: [String]? {
        get throws {
            guard let packs else { return nil }
            let names = packs.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
            guard !names.contains(""), Set(names).count == names.count else {
                throw JobError(.usage, "--packs '\(packs)': names of packs are due, each once, like eu,open-only")
            }
            return names
        }
    }

    var registryChoice: InputSet.RegistryChoice {
        get throws {
            if noRegistry, registry != nil {
                throw JobError(.usage, "--registry and --no-registry exclude each other")
            }
            if noRegistry { return .none }
            return registry.map { .snapshot($0) } ?? .asConfigured
        }
    }

    /// The time given, or that of the folder to go on in, or now.
    func time(resuming: Timestamp?) throws -> Timestamp {
        let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
        guard let at else { return resuming ?? now }
        guard let given = Timestamp(rfc3339: at) else {
            throw JobError(.usage, "--at \(at): an RFC 3339 time is due, like 2026-11-23T12:00:00Z")
        }
        guard given <= now else { throw JobError(.usage, "--at \(at) is later than the clock (\(now))") }
        if let resuming, resuming != given {
            throw JobError(.usage, "the output was begun with --at \(resuming); give the same or another --out")
        }
        return given
    }

    func load(_ settings: RunConfig, at: Timestamp) throws -> InputSet {
        let inputs = try InputSet.load(settings, packs: packNames, registry: registryChoice, at: at)
        for warning in inputs.warnings { Console.complain(warning) }
        return inputs
    }
}
