public import Canonical

/// The settings of a run, as one YAML file has them. Every key stands in `docs/config.md`.
///
/// Paths in the file are relative to the file.
public struct RunConfig: Sendable {
    /// The sections of the file, each read by the room it is for.
    public static let sections = [
        "operator", "profile", "packs", "signals", "settings", "registry", "grounds", "limits", "output", "filter",
        "crawl",
    ]

    public let file: String
    /// The file's own; empty for the current one.
    let folder: String
    public let op: OperatorSettings
    public let profile: ConfigNode
    public let packs: PackSettings
    public let signals: TableSettings
    /// The settings of doubt; nil for the strict defaults.
    public let doubts: ConfigNode?
    public let registry: RegistrySettings
    public let grounds: GroundsSettings
    public let limits: LimitSettings
    public let output: OutputSettings
    public let filter: FilterSettings
    /// Nil if the file has no `crawl` section.
    public let crawl: ConfigNode?

    /// Reads a file.
    ///
    /// - Throws: ``ConfigError`` with file, line and key.
    public static func read(path: String) throws(ConfigError) -> RunConfig {
        let text = try SettingsFile.text(path, advice: "name a settings file with --config (docs/config.md)")
        return try RunConfig(ConfigNode.read(text, file: path))
    }

    public init(_ node: ConfigNode) throws(ConfigError) {
        file = node.file
        folder = PathText.folder(of: node.file)
        let keys = try node.map(Self.sections)
        func due(_ key: String) throws(ConfigError) -> ConfigNode {
            guard let value = keys[key] else {
                throw ConfigError(file: node.file, line: node.line, key: key, problem: "this section is missing")
            }
            return value
        }
        op = try OperatorSettings(due("operator"))
        profile = try due("profile")
        packs = try PackSettings(due("packs"), folder: folder)
        signals = try TableSettings(keys["signals"], folder: folder)
        doubts = keys["settings"]
        registry = try RegistrySettings(keys["registry"], folder: folder)
        grounds = try GroundsSettings(keys["grounds"], folder: folder)
        limits = try LimitSettings(keys["limits"])
        output = try OutputSettings(keys["output"], folder: folder)
        filter = try FilterSettings(keys["filter"])
        crawl = keys["crawl"]
    }

    /// A path of the file, made relative to where the program runs.
    static func resolve(_ path: String, in folder: String) -> String {
        PathText.joined(folder, path)
    }
}
