internal import Canonical
internal import Provenance
internal import Rights
internal import WebAddress

/// All site files at hand, and what they say at a time.
///
/// At a time, the file that counts for an origin is the latest one found by then: what came later was not known.
struct SiteEvidenceIndex: Sendable {
    private struct Key: Hashable {
        let origin: Origin
        let name: SiteFileName
    }

    private var files: [Key: [SiteFile]] = [:]
    private var names: [Origin: [SiteFileName]] = [:]

    init(_ files: [SiteFile]) {
        for file in files { self.files[Key(origin: file.origin, name: file.name), default: []].append(file) }
        for key in self.files.keys {
            self.files[key]?.sort {
                ($0.fetched, $0.digest?.hex ?? "", $0.outcome.rawValue) < (
                    $1.fetched, $1.digest?.hex ?? "", $1.outcome.rawValue
                )
            }
            names[key.origin, default: []].append(key.name)
        }
        for origin in names.keys { names[origin]?.sort() }
    }

    /// The files that count for an origin at a time; one nobody had looked for by then is not in it.
    func files(of origin: Origin, at time: Timestamp) -> [SiteFile] {
        (names[origin] ?? []).compactMap { name in
            files[Key(origin: origin, name: name)]?.last { $0.fetched <= time }
        }
    }
}
