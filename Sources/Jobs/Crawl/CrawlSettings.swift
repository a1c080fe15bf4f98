internal import Canonical
internal import Frontier
internal import Shards
internal import WebAddress

/// `crawl`: what is fetched and how politely. Times in milliseconds, sizes in bytes.
public struct CrawlSettings: Sendable {
    static let keys = [
        "seeds", "sitemaps", "scope", "depth", "max_captures", "max_captures_per_host", "max_urls_per_host",
        "concurrency", "delay", "longest_crawl_delay", "retries", "wait", "flush_interval", "flush_bytes",
        "segment_bytes", "connect_timeout", "total_timeout", "http2", "allow_addresses", "connect_to", "recrawl",
        "certificate_authorities",
    ]

    let seeds: [CanonicalURL]
    let sitemaps: [CanonicalURL]
    let scope: CrawlScope
    let depth: Int
    let maxCaptures: Int
    let maxCapturesPerHost: Int
    let maxURLsPerHost: Int
    let concurrency: Int
    let delay: Int
    let longestCrawlDelay: Int
    /// How often a URL that cannot be reached is tried again.
    let retries: Int
    /// How long a run waits for the next due URL before it ends.
    let wait: Int
    let flushInterval: Int
    let flushBytes: Int
    let segmentBytes: Int
    let connectTimeout: Int
    let totalTimeout: Int
    let http2: Bool
    let allowAddresses: [AddressRange]
    /// Host to `address:port`.
    let connectTo: [String: String]
    let recrawl: RecrawlSchedule?
    let authorities: String?

    /// - Parameter folder: what paths in the section are relative to.
    init(_ node: ConfigNode, folder: String, needsSeeds: Bool = true) throws(ConfigError) {
        let keys = try node.map(Self.keys)
        func number(_ key: String, _ range: ClosedRange<Int>, _ standard: Int) throws(ConfigError) -> Int {
            try keys[key]?.integer(in: range) ?? standard
        }
        func time(_ key: String, _ standard: Int) throws(ConfigError) -> Int {
            try keys[key]?.milliseconds() ?? standard
        }
        func size(_ key: String, _ standard: Int) throws(ConfigError) -> Int { try keys[key]?.byteCount() ?? standard }
        seeds = try Self.urls(keys["seeds"])
        sitemaps = try Self.urls(keys["sitemaps"])
        guard !needsSeeds || !seeds.isEmpty || !sitemaps.isEmpty else {
            throw node.fault("name at least one of seeds and sitemaps")
        }
        scope = try CrawlScope(keys["scope"], seeds: seeds + sitemaps)
        depth = try number("depth", 0...1000, 8)
        maxCaptures = try number("max_captures", 1...Int.max, Int.max)
        maxCapturesPerHost = try number("max_captures_per_host", 1...Int.max, 10_000)
        maxURLsPerHost = try number("max_urls_per_host", 1...Int.max, 100_000)
        concurrency = try number("concurrency", 1...4096, 64)
        delay = try time("delay", 1000)
        longestCrawlDelay = try time("longest_crawl_delay", 60_000)
        retries = try number("retries", 0...20, 3)
        wait = try time("wait", 60_000)
        flushInterval = try time("flush_interval", 5000)
        flushBytes = try size("flush_bytes", 8 << 20)
        segmentBytes = try size("segment_bytes", 1 << 30)
        connectTimeout = try time("connect_timeout", 10_000)
        totalTimeout = try time("total_timeout", 60_000)
        http2 = try keys["http2"]?.bool() ?? false
        allowAddresses = try Self.ranges(keys["allow_addresses"])
        connectTo = try Self.targets(keys["connect_to"])
        recrawl = try Self.recrawl(keys["recrawl"])
        authorities = try Self.file(keys["certificate_authorities"], folder)
    }

    private static func urls(_ node: ConfigNode?) throws(ConfigError) -> [CanonicalURL] {
        var urls: [CanonicalURL] = []
        for item in try node?.list() ?? [] {
            do { urls.append(try CanonicalURL(try item.string())) } catch let error as ConfigError {
                throw error
            } catch {
                throw item.fault("\(error)")
            }
        }
        return urls
    }

    private static func ranges(_ node: ConfigNode?) throws(ConfigError) -> [AddressRange] {
        var ranges: [AddressRange] = []
        for item in try node?.list() ?? [] {
            do { ranges.append(try AddressRange(try item.string())) } catch let error as ConfigError {
                throw error
            } catch {
                throw item.fault("\(error)")
            }
        }
        return ranges
    }

    private static func targets(_ node: ConfigNode?) throws(ConfigError) -> [String: String] {
        var targets: [String: String] = [:]
        for (host, node) in try node?.entries() ?? [] {
            let text = try node.string()
            guard HostTarget.isHost(host) else { throw node.fault("\(host) is no host name") }
            guard HostTarget.isTarget(text) else {
                throw node.fault("an address and a port from 1 to 65535 are due, like 127.0.0.1:8080, not \(text)")
            }
            targets[host] = text
        }
        return targets
    }

    private static func file(_ node: ConfigNode?, _ folder: String) throws(ConfigError) -> String? {
        guard let node else { return nil }
        let path = RunConfig.resolve(try node.string(), in: folder)
        do { _ = try OutputFile.read(path) } catch { throw node.fault("\(error)") }
        return path
    }

    private static func recrawl(_ node: ConfigNode?) throws(ConfigError) -> RecrawlSchedule? {
        guard let node else { return nil }
        let keys = try node.map(["first", "shortest", "longest"])
        func due(_ key: String) throws(ConfigError) -> Int64 {
            guard let value = keys[key] else { throw node.fault("\(key) is missing") }
            return Int64(try value.milliseconds())
        }
        return RecrawlSchedule(first: try due("first"), shortest: try due("shortest"), longest: try due("longest"))
    }
}
