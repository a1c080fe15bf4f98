internal import Provenance
internal import Rights

/// Response headers: one value, or several, one a line.
enum HeaderTargets {
    private static let names = [
        "X-Robots-Tag", "Link", "Content-Usage", "Content-Signal", "TDM-Reservation", "TDM-Policy", "WWW-Authenticate",
        "Crawler-Price",
    ]

    static let all: [FuzzTarget] = names.map { name in
        FuzzTarget(name: "header-" + name.lowercased()) { bytes in
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            let headers = lines.map { (name: name, value: String($0)) }
            let bench = Bench.shared
            _ = bench.reader.onHeaders(
                bench.response(headers, status: name == "WWW-Authenticate" ? 401 : 200),
                site: SiteEvidence(atFetch: nil, atUse: nil))
        }
    }
}
