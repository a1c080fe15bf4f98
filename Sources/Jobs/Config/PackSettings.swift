public import Canonical

/// `packs`: where the packs lie and which are active.
public struct PackSettings: Hashable, Sendable {
    public let folder: String
    public let active: [String]

    public init(_ node: ConfigNode, folder base: String) throws(ConfigError) {
        let keys = try node.map(["directory", "active"])
        folder = RunConfig.resolve(try keys["directory"]?.string() ?? "packs", in: base)
        guard let list = keys["active"] else { throw node.fault("active is missing: name at least one pack") }
        active = try list.strings()
        guard !active.isEmpty else { throw list.fault("at least one pack must be active") }
        guard Set(active).count == active.count else { throw list.fault("a pack is named twice") }
    }
}
