internal import Markup
internal import Provenance

/// Licences in blocks that are no JSON: never taken, and heard where they ask for more than what could be read.
enum UnreadJSONLD {
    private static let limit = 16

    static func read(_ script: JSONLD.Script, _ page: PageInput, into draft: inout ReadingDraft) {
        guard script.value == nil, script.mayState else { return }
        for text in strings(after: "license\"", in: page.page.text(of: script.node)) {
            let (url, named) = page.licence(text)
            guard named.isKnown || named.flags != nil else { continue }
            var candidate = LicenceCandidate(
                url, named: named, carrier: .jsonLD, node: script.node,
                quote: page.quote(script: script.node, from: "license\""), rank: .declared)
            candidate.isDoubtful = true
            candidate.drop(.none, "its block cannot be read")
            draft.licences.append(candidate)
        }
    }

    /// The first string after each place of a word; linear in the length of the text.
    private static func strings(after word: String, in bytes: [UInt8]) -> [String] {
        var found: [String] = []
        let wanted = Array(word.utf8)
        var at = 0
        while at + wanted.count < bytes.count, found.count < limit {
            guard bytes[at] == wanted[0], bytes[at..<at + wanted.count].elementsEqual(wanted) else {
                at += 1
                continue
            }
            at += wanted.count
            // The value may be an object with the URL in it, so that a few strings are tried.
            let piece = bytes[at..<min(bytes.count, at + 400)]
            found += piece.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).dropFirst().prefix(6)
                .map { ByteText.string($0) }.filter { $0.utf8.count > 2 }
        }
        return found
    }
}
