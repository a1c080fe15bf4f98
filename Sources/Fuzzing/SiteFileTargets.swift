internal import Canonical
internal import Provenance
internal import Rights
internal import WebAddress

/// Site files, each read for one URL.
enum SiteFileTargets {
    static let all: [FuzzTarget] = SiteFileKind.allCases.map { kind in
        FuzzTarget(name: "site-" + kind.rawValue.replacing("/", with: "-")) { bytes in
            let bench = Bench.shared
            let file = SiteFile(
                kind: kind, origin: bench.url.origin, fetched: bench.now,
                hops: [Hop(url: "https://ex.com/file", status: 200)], outcome: .found, body: bytes,
                expires: bench.now.adding(seconds: 3600))
            let rules = SiteRules([file])
            let reading = bench.reader.beforeFetch(url: bench.url, site: rules)
            // What was found says something, says nothing or cannot be read; it was looked at.
            precondition(kind != .robots || reading.statesAtFetch[.robots] != .notChecked)
        }
    }
}
