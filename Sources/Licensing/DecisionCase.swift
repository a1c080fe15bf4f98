internal import Canonical
internal import Provenance
internal import WebAddress

/// What one decision is about, whatever the settings: shared by all that read facts of it.
///
/// A class, since a copy of everything considered would count up some thirty references each time.
final class DecisionCase {
    let considered: Considered
    let profile: UseProfile
    let known: KnownGrounds
    let moment: Moment
    let at: Timestamp
    /// What site files at fetch are measured against: when the page was taken, or would be.
    let fetched: Timestamp
    let files: [SiteEvidence.Mark]
    /// The operator's lists that may say at that time who is not on them, a bit each at its place among ``listNames``.
    private let lists: UInt32

    init(_ considered: Considered, _ profile: UseProfile, _ known: KnownGrounds, _ moment: Moment, _ at: Timestamp) {
        self.considered = considered
        self.profile = profile
        self.known = known
        self.moment = moment
        self.at = at
        fetched = moment == .fetch ? at : considered.capture?.fetched ?? at
        let origin = considered.url.origin
        files = considered.siteFiles.compactMap { SiteEvidence.Mark($0, of: origin) }
        var (lists, bit): (UInt32, UInt32) = (0, 1)
        for name in Self.listNames {
            if known.has(name, at: at) { lists |= bit }
            bit <<= 1
        }
        self.lists = lists
    }

    private static let listNames = FactReader.lists.map(\.name) + [ListFile.orders, ListFile.illegalContent]

    /// Whether a list may still say who is not on it.
    func has(_ list: String) -> Bool {
        guard let place = Self.listNames.firstIndex(of: list) else { return known.has(list, at: at) }
        return lists & 1 << UInt32(place) != 0
    }
}
