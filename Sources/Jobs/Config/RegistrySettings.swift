public import Canonical

/// `registry`: the snapshot to obey, and the Public Suffix List for runs without one.
public struct RegistrySettings: Hashable, Sendable {
    public static let systemList = "/usr/share/publicsuffix/public_suffix_list.dat"

    /// Nil if none is named; then the run needs `--registry` or `--no-registry`.
    public let snapshot: String?
    /// Read by the job as a named input, never by the code that matches. A snapshot carries its own.
    public let publicSuffixList: String
    /// The name server that is asked for proofs of standing; nil for those of the system.
    public let resolver: Resolver?
    /// How codes get to mailboxes; nil if no mail is sent.
    public let mail: MailSettings?

    /// A name server by its IPv4 address.
    public struct Resolver: Hashable, Sendable {
        /// In the machine's order.
        public let address: UInt32
        public let port: UInt16
    }

    public init(_ node: ConfigNode?, folder: String) throws(ConfigError) {
        let keys = try node?.map(["snapshot", "public_suffix_list", "resolver", "mail"]) ?? [:]
        snapshot = try keys["snapshot"]?.string()
        publicSuffixList = try keys["public_suffix_list"]?.string() ?? Self.systemList
        resolver = try keys["resolver"].map { (node) throws(ConfigError) in try Self.resolver(node) }
        mail = try keys["mail"].map { (node) throws(ConfigError) in try MailSettings(node) }
        base = folder
    }

    private static func resolver(_ node: ConfigNode) throws(ConfigError) -> Resolver {
        let parts = try node.string().split(separator: ":", omittingEmptySubsequences: false)
        let octets = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        let port = parts.count == 1 ? 53 : parts.count == 2 ? UInt16(parts[1]) : nil
        guard octets.count == 4, !octets.contains(nil), let port, port > 0 else {
            throw node.fault("the IPv4 address of a name server is due here, like 192.0.2.53 or 127.0.0.1:5353")
        }
        return Resolver(address: octets.reduce(0) { $0 << 8 | UInt32($1 ?? 0) }, port: port)
    }

    private let base: String

    public var snapshotPath: String? { snapshot.map { RunConfig.resolve($0, in: base) } }
    /// The spool that messages are put into, if that is how they go.
    public var mailFolder: String? {
        if case .spool(let folder)? = mail?.way { RunConfig.resolve(folder, in: base) } else { nil }
    }
    public var listPath: String { RunConfig.resolve(publicSuffixList, in: base) }
}
