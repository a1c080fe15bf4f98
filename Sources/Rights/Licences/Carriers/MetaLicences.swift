internal import Markup
internal import Provenance

/// Licences in meta elements, by name or property.
enum MetaLicences {
    /// Names whose whole value is meant as a licence.
    private static let licences: Set<String> = [
        "license", "licence", "dc.rights.license", "dc.license", "dcterms.license", "dcterms:license", "dct:license",
        "dct.license", "cc:license", "og:license", "schema:license",
    ]
    /// Names whose value may name a licence among other things.
    private static let rights: Set<String> = [
        "dc.rights", "dc:rights", "dcterms.rights", "dcterms:rights", "rights", "copyright",
    ]

    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        for meta in page.allMetas where licences.contains(meta.name) || rights.contains(meta.name) {
            let urls = licenceURLs(in: meta.content)
            let named =
                !urls.isEmpty ? urls : (licences.contains(meta.name) && !meta.content.isEmpty ? [meta.content] : [])
            for url in named {
                var candidate = LicenceCandidate(
                    url, carrier: .meta, node: meta.node, quote: page.quote(meta.node), rank: .declared)
                candidate.inHead = page.page.nodes[meta.node].inHead
                draft.licences.append(candidate)
            }
        }
    }

    static func licenceURLs(in text: String) -> [String] {
        text.split { " \t\n\r\"'<>()[]|;".contains($0) }.map(String.init).filter {
            switch CreativeCommonsURL.read($0) {
            case .tool, .unknown: true
            case .wrapper, .otherPage, .otherHost: false
            }
        }
    }
}
