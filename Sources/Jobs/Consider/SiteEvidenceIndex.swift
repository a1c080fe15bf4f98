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
        let kind: SiteFileKind
    }

    private var files: [Key: [SiteFile]] = [:]

    init(_ files: [SiteFile]) {
        for file in files { self.files[Key(origin: file.origin, kind: file.kind), default: []].append(file) }
        for key in self.files.keys {
            self.files[key]?.sort {
                ($0.fetched, $0.digest?.hex ?? "", $0.outcome.rawValue) < (
                    $1.fetched, $1.digest?.hex ?? "", $1.outcome.rawValue
                )
            }
        }
    }

    /// The files that count for an origin at a time; a kind nobody had looked for by then is not in it.
    func files(of origin: Origin, at time: Timestamp) -> [SiteFile] {
        SiteFileKind.allCases.compactMap { kind in
            files[Key(origin: origin, kind: kind)]?.last { $0.fetched <= time }
        }
    }
}
