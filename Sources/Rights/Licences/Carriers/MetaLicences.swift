internal import Markup
internal import Provenance

/// Licences in meta elements, by name or property.
enum MetaLicences {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        let table = page.licences.statements
        for meta in page.allMetas
        where table.licenceMetas.contains(meta.name) || table.rightsMetas.contains(meta.name) {
            for (url, named) in named(meta, page) {
                var candidate = LicenceCandidate(
                    url, named: named, carrier: .meta, node: meta.node, quote: page.quote(meta.node), rank: .declared)
                candidate.inHead = page.page.nodes[meta.node].inHead
                LicenceScope.doubt(&candidate, page)
                if !candidate.inHead { LicenceScope.apply(RDFa.subject(of: meta.node, page), to: &candidate) }
                if meta.name == "copyright" { candidate.doubt(notice) }
                candidate.doubt(described: page.metaFault)
                // A note of copyright begins with its holder.
                let isNote = table.rightsMetas.contains(meta.name) && !beginsSentence(meta.content)
                let note = isNote ? "© " + meta.content : meta.content
                // Of a value that names no licence it cannot be told what it says, and that stands against the others.
                if named.isKnown { candidate.doubt(worded: StatedValue.fault(in: note, named, page)) }
                draft.licences.append(candidate)
            }
        }
    }

    /// Whether a text begins with a word that begins a sentence about a licence, and is nobody's name.
    private static func beginsSentence(_ text: String) -> Bool {
        LicenceWords.words(text.utf8).first.map { openings.contains(String($0)) } ?? false
    }

    private static let openings: Set<String> = [
        "will", "would", "may", "might", "can", "could", "should", "ask", "request", "see", "if", "when", "once",
        "after",
        "based", "derived", "adapted", "translated", "inspired", "contains", "includes", "from", "until", "for",
    ]

    /// A meta element of this name tells who holds the copyright. Source: rights-signals, section 9.2.
    static let notice = "a notice of the holder, and no statement of a licence"

    private static func named(_ meta: PageInput.Meta, _ page: PageInput) -> [(String, NamedLicence)] {
        let urls = licenceURLs(in: meta.content, page.licences)
        if !urls.isEmpty { return urls }
        guard !meta.content.isEmpty else { return [] }
        let whole = page.licence(meta.content)
        // A note of copyright that names a licence says so; one that names none is a note of copyright.
        return page.licences.statements.licenceMetas.contains(meta.name) || whole.named != .unknown ? [whole] : []
    }

    /// The URLs of licences among the words of a text.
    static func licenceURLs(in text: String, _ licences: LicenceCatalogue) -> [(String, NamedLicence)] {
        guard text.utf8.contains(UInt8(ascii: "/")) else { return [] }
        return text.split { " \t\n\r\"'<>()[]|;,".contains($0) }.map(String.init).compactMap { word in
            guard word.utf8.contains(UInt8(ascii: "/")) else { return nil }
            let named = licences.named(url: word)
            switch named {
            case .tool, .unversioned, .entry: return (word, named)
            case .wrapper, .compound, .otherPage, .unknown: return nil
            }
        }
    }
}
