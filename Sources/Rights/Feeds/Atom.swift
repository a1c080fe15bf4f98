internal import Markup

/// Atom feeds and entries: `link rel=license` and `rights`.
///
/// What a feed says of itself reaches an entry that says nothing, but weakly: section 2.4 of RFC 4946 leaves open
/// whether the text of the entries is meant, so a feed's own licence alone covers nothing.
///
/// Source: RFC 4287, section 4.2.10; RFC 4946 (experimental), section 2; read 2026-11-24.
enum Atom: XMLVocabulary {
    static let namespaces: Set<String> = ["http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"]

    /// The note on a licence of a whole feed.
    static let weak = "feed-level licence"

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        switch scan.input.element(index).name.local {
        case "feed": .feed
        case "entry": .entry
        case "source": .source
        default: nil
        }
    }

    static func read(_ index: Int, into scan: inout XMLScan) {
        switch scan.input.element(index).name.local {
        case "link": readLink(index, &scan)
        case "rights", "copyright":
            scan.addRights(scan.input.text(index), at: index, form(index, scan))
        default: break
        }
    }

    private static func readLink(_ index: Int, _ scan: inout XMLScan) {
        let element = scan.input.element(index)
        guard let href = element["href"] else { return }
        // Terms by the RSL standard are no licence of this kind.
        if RSLDiscovery.isMediaType(element["type"] ?? "") { return scan.nameTerms(href, at: index) }
        guard let rel = element["rel"], isLicence(rel) else { return }
        scan.addLicence(href, at: index, form(index, scan))
    }

    private static func form(_ index: Int, _ scan: XMLScan) -> XMLScan.Form {
        var form = XMLScan.Form(carrier: .atom)
        let level = scan.holders[scan.holder(of: index)].level
        guard level == .feed || level == .channel || level == .source else { return form }
        form.rank = .words
        form.notes = [weak, LicenceWords.unsure]
        return form
    }

    private static func isLicence(_ rel: String) -> Bool {
        ByteText.lowercased(rel).split(whereSeparator: \.isWhitespace).contains {
            $0 == "license" || $0 == "licence" || $0 == "http://www.iana.org/assignments/relation/license"
        }
    }
}
