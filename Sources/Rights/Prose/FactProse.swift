internal import Canonical
internal import Markup
internal import Provenance

/// Reads what properties of structured data say of text and data mining in words: a copyright notice, conditions of access,
/// the text beside a link to terms.
///
/// Source: schema.org of 2026-08-20 (`copyrightNotice`, `conditionsOfAccess`, `usageInfo`, `acquireLicensePage`,
/// `creditText`), Dublin Core terms of 2020 (`rights`, `accessRights`), read 2026-11-30.
enum FactProse {
    private static let properties: Set<String> = [
        "copyrightNotice", "conditionsOfAccess", "usageInfo", "acquireLicensePage", "license", "creditText",
        "termsOfService", "rights", "accessRights",
    ]
    /// Values of one page that are searched.
    private static let most = 64

    static func signals(_ facts: [RightsFact], _ page: PageInput, _ table: ReservationTable) -> [Signal] {
        let stated = facts.lazy.filter { properties.contains($0.property) && speaks($0) }.prefix(most)
        for fact in stated {
            for words in words(of: fact.value, depth: 0) {
                let found = ProseFinding.find(inWords: Array(words.utf8), table)
                guard found != nil || TrainingName.isRefusal(words) else { continue }
                let isScript = fact.carrier == .jsonLD
                let quote =
                    isScript
                    ? page.quote(script: fact.node, from: "\"" + fact.property + "\"") : page.quote(fact.node)
                let carrier = fact.carrier.rawValue
                return [
                    found.map { ProseReader.signal($0.answer, carrier: carrier, scope: .document, quote: quote) }
                        ?? ProseReader.meant(carrier: carrier, quote)
                ]
            }
        }
        return unread(page, table)
    }

    /// Whether a fact is said of the page, or of what it is a part of: a notice of a picture is the picture's.
    private static func speaks(_ fact: RightsFact) -> Bool {
        fact.isPage || fact.types.allSatisfy { WorkType.text.contains($0) || WorkType.frames.contains($0) }
    }

    /// A text, or the words of an object that describes terms; an address alone is none.
    private static func words(of value: JSONValue, depth: Int) -> [String] {
        if let text = value.string { return text.contains(" ") || !text.contains("/") ? [text] : [] }
        guard depth < 3 else { return [] }
        return ["@value", "name", "headline", "description", "abstract", "text"].flatMap { name in
            JSONLD.values(name, of: value).flatMap { words(of: $0, depth: depth + 1) }
        }
    }

    /// A block that is no JSON, and holds such a property and words that reserve: nobody can tell what it says of what.
    private static func unread(_ page: PageInput, _ table: ReservationTable) -> [Signal] {
        for script in page.documents where script.value == nil {
            let bytes = page.page.text(of: script.node)
            let property = properties.sorted().first { ByteText.contains(bytes[...], ByteText.lowercased($0)) }
            guard let property, let found = ProseFinding.find(inWords: bytes, table), case .reserves = found.answer
            else { continue }
            return [
                Signal(
                    .naturalLanguage, carrier: "json-ld", scope: .document, category: .tdm, value: .invalid,
                    quote: page.quote(script: script.node, from: "\"" + property + "\""),
                    notes: ["reserved-in-words", "its block cannot be read"])
            ]
        }
        return []
    }
}
