public import Canonical

/// `registry`: the snapshot to obey, and the Public Suffix List for runs without one.
public struct RegistrySettings: Hashable, Sendable {
    public static let systemList = "/usr/share/publicsuffix/public_suffix_list.dat"

    /// Nil if none is named; then the run needs `--registry` or `--no-registry`.
    public let snapshot: String?
    /// Read by the job as a named input, never by the code that matches. A snapshot carries its own.
    public let publicSuffixList: String

    public init(_ node: ConfigNode?, folder: String) throws(ConfigError) {
        let keys = try node?.map(["snapshot", "public_suffix_list"]) ?? [:]
        snapshot = try keys["snapshot"]?.string()
        publicSuffixList = try keys["public_suffix_list"]?.string() ?? Self.systemList
        base = folder
    }

    private let base: String

    public var snapshotPath: String? { snapshot.map { RunConfig.resolve($0, in: base) } }
    public var listPath: String { RunConfig.resolve(publicSuffixList, in: base) }
}
