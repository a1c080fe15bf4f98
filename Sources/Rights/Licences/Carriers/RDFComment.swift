internal import Markup
internal import Provenance

/// Licences in RDF inside an HTML comment, as Creative Commons asked for from 2003 to 2008.
enum RDFComment {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        for index in page.page.comments {
            let node = Int(index)
            let text = page.page.string(page.page.range(ofText: node))
            guard text.contains("web.resource.org/cc") || text.contains("creativecommons.org/ns#") else { continue }
            for work in text.components(after: "<Work") + text.components(after: "<cc:Work") {
                guard let url = attribute("rdf:resource", in: work, after: "license") else { continue }
                let quote = Quote(
                    page.page.bytes(page.page.range(ofText: node)), in: page.space == .payload ? .payload : .utf8,
                    at: Int(page.page.nodes[node].offset))
                var candidate = LicenceCandidate(
                    url, named: page.licences.named(url: url), carrier: .comment, node: node, quote: quote, rank: .declared)
                let about = attribute("rdf:about", in: work, after: "") ?? ""
                LicenceScope.apply(page.isThisPage(about) ? .page : .other(about), to: &candidate)
                candidate.rank = .declared
                draft.licences.append(candidate)
            }
        }
    }

    /// The value of the first attribute of the name after a word.
    private static func attribute(_ name: String, in text: Substring, after word: String) -> String? {
        let start = word.isEmpty ? text.startIndex : text.firstRange(of: word)?.upperBound
        guard let start, let found = text[start...].firstRange(of: name + "=") else { return nil }
        let rest = text[found.upperBound...]
        guard let mark = rest.first, mark == "\"" || mark == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != mark })
    }
}

extension String {
    /// The pieces that follow each place of a word, each up to the end of its element.
    fileprivate func components(after word: String) -> [Substring] {
        ranges(of: word).map { found in
            let rest = self[found.upperBound...]
            let end = rest.firstRange(of: "</")?.lowerBound ?? rest.endIndex
            return rest.range(upTo: "Work>") ?? rest[..<end]
        }
    }
}

extension Substring {
    fileprivate func range(upTo word: String) -> Substring? {
        firstRange(of: word).map { self[..<$0.lowerBound] }
    }
}
