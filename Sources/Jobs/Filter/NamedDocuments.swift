internal import Provenance
internal import Rights
internal import WebAddress

/// The documents that site files name, and who names each.
struct NamedDocuments {
    private(set) var namers: [CanonicalURL: [(name: SiteFileName, origin: Origin)]] = [:]

    var urls: Set<CanonicalURL> { Set(namers.keys) }

    init(_ files: [SiteFile]) {
        for file in files where file.outcome == .found {
            switch file.kind {
            case .robots: add(RobotsFile.parse(file.body).documents, .rsl, file.origin)
            case .tdmrep:
                guard case .rules(let rules) = TDMRepFile.parse(file.body) else { continue }
                add(rules.policies, .tdmPolicy, file.origin)
            default: continue
            }
        }
    }

    private mutating func add(_ urls: [CanonicalURL], _ kind: SiteFileKind, _ origin: Origin) {
        for url in urls {
            let name = SiteFileName(kind, asked: url.text)
            let isKnown = namers[url]?.contains { $0.name == name && $0.origin == origin } ?? false
            if !isKnown { namers[url, default: []].append((name, origin)) }
        }
    }
}
