public import Canonical

/// How a portal is run: `config/portal.yaml` (`docs/portal.md`). Paths in the file are relative to the file.
public struct PortalSettings: Sendable {
    private static let keys = [
        "address", "base", "config", "forwarded", "key", "limits", "port", "public_suffix_list", "runs", "settlements",
        "store",
    ]

    /// The address of this machine that is listened on.
    public var address: String
    /// 0 for any that is free.
    public var port: Int
    /// Where the portal stands for everybody, such as `https://registry.example.org`, without a slash at its end.
    public var base: String
    /// The file of the registry's store.
    public var store: String
    /// The file of the key that signs receipts, notices and heads.
    public var key: String
    /// Outputs of finished runs whose indexes are looked up.
    public var runs: [String]
    /// Settled pools whose unmatched uses are shown.
    public var settlements: [String]
    /// The settings of runs, for the identity proofs are looked for under.
    public var config: String
    public var publicSuffixList: String
    /// Whether a proxy of the operator's own stands before the portal, and the last address of `X-Forwarded-For` is a
    /// client's.
    public var isForwarded: Bool
    public var limits: PortalLimits

    public init(store: String, base: String = "http://127.0.0.1:8080") {
        (address, port, self.base, self.store, key) = ("127.0.0.1", 8080, base, store, store + ".key")
        (runs, settlements, config) = ([], [], "config/default.yaml")
        publicSuffixList = "/usr/share/publicsuffix/public_suffix_list.dat"
        (isForwarded, limits) = (false, PortalLimits())
    }

    /// Reads a settings file.
    ///
    /// - Throws: ``ConfigError`` with line and key.
    public init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(Self.keys)
        func path(_ node: ConfigNode) throws(ConfigError) -> String { Self.path(try node.string(), in: node.file) }
        guard let store = map["store"] else {
            throw node.fault("store is missing: the file that muniment registry init made")
        }
        self.init(store: try path(store))
        config = Self.path("default.yaml", in: node.file)
        if let value = map["address"] { address = try value.string() }
        if let value = map["port"] { port = try value.integer(in: 0...65_535) }
        if let value = map["base"] { base = try Self.base(value) }
        if let value = map["key"] { key = try path(value) }
        if let value = map["runs"] { runs = try value.strings().map { Self.path($0, in: node.file) } }
        if let value = map["settlements"] {
            settlements = try value.strings().map { Self.path($0, in: node.file) }
        }
        if let value = map["config"] { config = try path(value) }
        if let value = map["public_suffix_list"] { publicSuffixList = try path(value) }
        if let value = map["forwarded"] { isForwarded = try value.bool() }
        if let value = map["limits"] { limits = try PortalLimits(value) }
    }

    private static func path(_ path: String, in file: String) -> String {
        PathText.joined(PathText.folder(of: file), path)
    }

    private static func base(_ node: ConfigNode) throws(ConfigError) -> String {
        let text = try node.string()
        let rest = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
        guard !rest.isEmpty, !rest.contains(where: { "/?#@ ".contains($0) }) else {
            throw node.fault("an origin is due, like https://registry.example.org, without a path")
        }
        return text
    }

    /// Whether browsers reach the portal by https.
    var isSecure: Bool { base.hasPrefix("https://") }
}
