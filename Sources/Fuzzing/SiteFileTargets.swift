internal import Canonical
internal import Provenance
internal import Rights
internal import WebAddress

/// Site files, each read for one URL. A document that another file names comes with a file that names it.
enum SiteFileTargets {
    static let all: [FuzzTarget] = [
        target(.robots), target(.tdmrep), target(.aiTxt),
        FuzzTarget(name: "site-trust.txt") { bytes in
            let half = bytes.firstIndex(of: 0) ?? bytes.endIndex
            read([file(.trustTxt, Array(bytes[..<half])), file(.trustTxtWellKnown, Array(bytes[half...].dropFirst()))])
        },
        FuzzTarget(name: "site-rsl") { bytes in
            read([file(.robots, Array("License: \(document)".utf8)), file(.rsl, bytes, asked: document)])
        },
        FuzzTarget(name: "site-tdm-policy") { bytes in
            let rules = #"[{"location":"/","tdm-reservation":1,"tdm-policy":"\#(document)"}]"#
            read([file(.tdmrep, Array(rules.utf8)), file(.tdmPolicy, bytes, asked: document)])
        },
    ]

    private static let document = "https://ex.com/terms"

    private static func target(_ kind: SiteFileKind) -> FuzzTarget {
        FuzzTarget(name: "site-" + kind.rawValue) { read([file(kind, $0)]) }
    }

    private static func file(_ kind: SiteFileKind, _ body: [UInt8], asked: String = "") -> SiteFile {
        let bench = Bench.shared
        return SiteFile(
            kind: kind, asked: asked, origin: bench.url.origin, fetched: bench.now,
            hops: [Hop(url: "https://ex.com/file", status: 200)], outcome: .found, body: body,
            expires: bench.now.adding(seconds: 3600))
    }

    /// A file that was found says something, says nothing or cannot be read; it was looked at.
    private static func read(_ files: [SiteFile]) {
        let bench = Bench.shared
        let reading = bench.reader.beforeFetch(url: bench.url, site: SiteRules(files))
        let protocols: [SiteFileKind: RightsProtocol] = [
            .robots: .robots, .tdmrep: .tdmrepFile, .aiTxt: .aiTxt, .trustTxt: .trustTxt, .rsl: .rslRobots,
        ]
        for file in files {
            guard let source = protocols[file.kind] else { continue }
            precondition(reading.statesAtFetch[source] != .notChecked, "\(source) was not looked at")
        }
    }
}
