internal import Canonical

/// What one client may do in a minute, and how much is served at once.
public struct PortalLimits: Hashable, Sendable {
    /// Pages and answers.
    public var reads = 300
    /// Filings, and other steps that write to the log.
    public var filings = 20
    /// Looks at hosts for proof, which make the portal itself ask others.
    public var looks = 6
    /// Connections held at once, of all clients.
    public var connections = 512
    /// Seconds for which a signed head of the log may be behind the log.
    public var headSeconds = 60

    public init() {}

    init(_ node: ConfigNode) throws(ConfigError) {
        self.init()
        let map = try node.map(["connections", "filings", "head_seconds", "looks", "reads"])
        if let value = map["reads"] { reads = try value.integer(in: 1...1_000_000) }
        if let value = map["filings"] { filings = try value.integer(in: 1...1_000_000) }
        if let value = map["looks"] { looks = try value.integer(in: 1...10_000) }
        if let value = map["connections"] { connections = try value.integer(in: 1...65_536) }
        if let value = map["head_seconds"] { headSeconds = try value.integer(in: 1...86_400) }
    }
}
