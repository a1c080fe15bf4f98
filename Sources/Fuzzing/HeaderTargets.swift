internal import Provenance
internal import Rights

/// Response headers.
enum HeaderTargets {
    static let all: [FuzzTarget] = [
        lines("header-x-robots-tag", "X-Robots-Tag"), lines("header-link", "Link"),
        lines("header-content-usage", "Content-Usage"),
        FuzzTarget(name: "headers") { bytes in read(fields(bytes), status: Int(bytes.first ?? 0) % 2 == 0 ? 200 : 402)
        },
    ]

    /// Values of one header, one a line.
    private static func lines(_ name: String, _ header: String) -> FuzzTarget {
        FuzzTarget(name: name) { bytes in
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            read(lines.map { (name: header, value: String($0)) }, status: 200)
        }
    }

    /// Lines `name: value`, as responses have them.
    private static func fields(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : "")
        }
    }

    private static func read(_ headers: [(name: String, value: String)], status: Int) {
        let bench = Bench.shared
        _ = bench.reader.onHeaders(
            bench.response(headers, status: status), site: SiteEvidence(atFetch: nil, atUse: nil))
    }
}
