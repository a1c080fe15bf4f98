internal import Canonical
internal import WebAddress

/// Which URLs a crawl may visit.
///
/// A URL is in scope if a host, domain or prefix names it and no exclusion does. Nothing named means the hosts of
/// the seeds.
struct CrawlScope: Sendable {
    private let hosts: Set<String>
    private let domains: [String]
    private let prefixes: [String]
    private let exclusions: [String]

    init(_ node: ConfigNode?, seeds: [CanonicalURL]) throws(ConfigError) {
        let keys = try node?.map(["hosts", "domains", "prefixes", "exclude"]) ?? [:]
        func texts(_ key: String) throws(ConfigError) -> [String] { try keys[key]?.strings() ?? [] }
        domains = try texts("domains").map { $0.lowercased() }
        prefixes = try texts("prefixes")
        exclusions = try texts("exclude")
        let named = try texts("hosts").map { $0.lowercased() }
        let isOpen = named.isEmpty && domains.isEmpty && prefixes.isEmpty
        hosts = Set(isOpen ? seeds.map(\.host) : named)
    }

    func contains(_ url: CanonicalURL) -> Bool {
        let host = url.host
        let isNamed =
            hosts.contains(host) || domains.contains { host == $0 || host.hasSuffix("." + $0) }
            || prefixes.contains { url.text.hasPrefix($0) }
        return isNamed && !exclusions.contains { url.text.hasPrefix($0) }
    }
}
