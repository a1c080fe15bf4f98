internal import Canonical
internal import Provenance
internal import Rights
internal import WebAddress

/// All site files at hand, and what they say at a time.
///
/// At a time, the file that counts for an origin is the latest one found by then: what came later was not known.
struct SiteEvidenceIndex: Sendable {
    /// The files of one name of an origin, in order of the time they were found.
    private struct Series {
        let name: SiteFileName
        var numbers: [Int]
    }

    private let files: [SiteFile]
    private var series: [Origin: [Series]] = [:]

    init(_ files: [SiteFile]) {
        self.files = files
        for (number, file) in files.enumerated() {
            let name = file.name
            var known = series.removeValue(forKey: file.origin) ?? []
            if let place = known.firstIndex(where: { $0.name == name }) {
                known[place].numbers.append(number)
            } else {
                known.append(Series(name: name, numbers: [number]))
            }
            series[file.origin] = known
        }
        series = series.mapValues { known in
            known.sorted { $0.name < $1.name }.map { one in
                Series(name: one.name, numbers: one.numbers.sorted { Self.isEarlier(files[$0], files[$1]) })
            }
        }
    }

    private static func isEarlier(_ one: SiteFile, _ other: SiteFile) -> Bool {
        if one.fetched != other.fetched { return one.fetched < other.fetched }
        return (one.digest?.hex ?? "", one.outcome.rawValue) < (other.digest?.hex ?? "", other.outcome.rawValue)
    }

    /// The numbers of the files that count for an origin at a time, in order of name; one nobody had looked for by then is
    /// not among them.
    func numbers(of origin: Origin, at time: Timestamp) -> [Int] {
        (series[origin] ?? []).compactMap { one in one.numbers.last { files[$0].fetched <= time } }
    }

    /// The file of a number.
    subscript(number: Int) -> SiteFile { files[number] }
}
