internal import Canonical
internal import Provenance
internal import WebAddress

/// One line of a row's `sites`, read back to the facts it stands for. The form is that of ``SiteFacts``.
struct SiteFactLine {
    let facts: [SiteFileFact]

    /// - Parameters:
    ///   - base: the row's own time.
    ///   - known: the origin of the row's URL.
    init(_ reader: RowReader, base: Timestamp, origin known: Origin) throws(RowError) {
        let parts = try reader.strings()
        func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
        func list(_ index: Int) -> [String] { part(index).split(separator: " ").map { String($0) } }
        let kinds = part(0).compactMap { SiteFileKind(letter: $0) }
        let moments = part(1).compactMap { Moment(letter: $0) }
        guard (5...8).contains(parts.count), parts.last != "", !kinds.isEmpty, kinds.count == part(0).count,
            moments.count == part(1).count, let outcome = SiteFileOutcome(rawValue: parts[2]),
            let life = Int64(parts[3]), let origin = part(7).isEmpty ? known : Self.origin(part(7)),
            let times = Self.times(list(4), kinds.count, base),
            let digests = Self.digests(list(5), kinds.count), let asked = Self.asked(list(6), kinds)
        else {
            throw reader.fault("", "[kinds, moments, outcome, life, times, digests, asked, origin] is due")
        }
        var facts: [SiteFileFact] = []
        for index in kinds.indices {
            guard let expires = Self.sum(times[index], life) else { throw reader.fault("", "a time is out of range") }
            facts += moments.map {
                SiteFileFact(
                    kind: kinds[index], asked: asked[index], origin: origin, moment: $0, outcome: outcome,
                    fetched: times[index], expires: expires, digest: digests[index])
            }
        }
        self.facts = facts
    }

    private static func times(_ texts: [String], _ count: Int, _ base: Timestamp) -> [Timestamp]? {
        guard texts.count == count || texts.count == 1 else { return nil }
        var times: [Timestamp] = []
        for text in texts {
            guard let seconds = Int64(text), let time = sum(base, seconds) else { return nil }
            times.append(time)
        }
        return times.count == count ? times : Array(repeating: times[0], count: count)
    }

    private static func sum(_ time: Timestamp, _ seconds: Int64) -> Timestamp? {
        let (sum, isOver) = time.seconds.addingReportingOverflow(seconds)
        return isOver ? nil : Timestamp(seconds: sum)
    }

    private static func digests(_ texts: [String], _ count: Int) -> [Digest?]? {
        if texts.isEmpty { return Array(repeating: nil, count: count) }
        guard texts.count == count else { return nil }
        var digests: [Digest?] = []
        for text in texts {
            let digest = Digest(text)
            guard digest != nil || text == "-" else { return nil }
            digests.append(digest)
        }
        return digests
    }

    private static func asked(_ texts: [String], _ kinds: [SiteFileKind]) -> [String]? {
        guard texts.count == kinds.count(where: { $0.path == nil }) else { return nil }
        var rest = texts[...]
        return kinds.map { kind in
            guard kind.path == nil, let text = rest.popFirst() else { return "" }
            return text == "-" ? "" : text
        }
    }

    private static func origin(_ text: String) -> Origin? {
        do throws(WebURLError) { return try Origin(text) } catch { return nil }
    }
}
