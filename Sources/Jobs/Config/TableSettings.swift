public import Canonical

/// `signals`: where the signal tables lie.
public struct TableSettings: Hashable, Sendable {
    public let folder: String

    public init(_ node: ConfigNode?, folder base: String) throws(ConfigError) {
        let keys = try node?.map(["directory"]) ?? [:]
        folder = RunConfig.resolve(try keys["directory"]?.string() ?? "signals", in: base)
    }
}
