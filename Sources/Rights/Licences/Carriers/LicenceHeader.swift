internal import Provenance
internal import WebAddress

/// Reads `Link: rel=license` headers, which speak for the response.
enum LicenceHeader {
    static func read(_ response: ResponseInput, _ licences: LicenceCatalogue, into draft: inout ReadingDraft) {
        let lines = response.headers.all("link")
        let links = LinkHeader.parse(lines).filter {
            $0.relations.contains("license")
                && ByteText.lowercased($0.parameters["type"] ?? "") != "application/rsl+xml"
        }
        let quote = Quote(lines.joined(separator: ", "), in: .header, at: 0)
        let candidates = links.map { candidate($0, response.url, quote, licences) }
        draft.licences += candidates
        draft.set(.licenceHeader, candidates.isEmpty ? .absent : .stated)
    }

    private static func candidate(
        _ link: LinkHeader, _ url: CanonicalURL, _ quote: Quote, _ licences: LicenceCatalogue
    ) -> LicenceCandidate {
        let anchor = link.parameters["anchor"] ?? ""
        let subject = anchor.isEmpty ? nil : PageInput.parse(anchor, base: url.url)?.canonical
        let target = PageInput.parse(link.target, base: url.url)?.href ?? link.target
        var candidate = LicenceCandidate(
            target, named: licences.named(url: target), carrier: .header, node: -1, quote: quote, rank: .declared)
        // With a fragment it is a part of the page (RFC 8288, section 3.2).
        let isPart = anchor.drop { $0 != "#" }.count > 1
        if !anchor.isEmpty, subject != url || isPart {
            candidate.subject = anchor
            candidate.drop(.otherResource, "subject is another resource")
        }
        let title = (link.parameters["title"] ?? "") + " " + (link.parameters["title*"] ?? "")
        let words = LicenceWords.words(title.replacing("%20", with: " ").replacing("'", with: " ").utf8)
        if let word = words.first(where: LicenceVocabulary.assets.has) {
            candidate.doubt("it is called: " + word, .asset)
        } else if LicenceDenial.stands(in: words[...]) {
            candidate.doubt("its title denies it")
        }
        return candidate
    }
}
