internal import Markup
internal import Provenance

/// What the meta elements of Dublin Core say of the work that they license: whose it is, what kind of thing, who may have it.
///
/// Source: DCMI Metadata Terms (2020): `rights`, `rightsHolder`, `accessRights`, `type`, `format`; read 2026-11-30.
enum MetaWork {
    private static let prefixes = ["dc.", "dcterms.", "dct.", "dc:", "dcterms:", "dct:"]

    /// What speaks against its being the text of the page and open to all; nil if nothing does.
    static func fault(_ page: PageInput) -> String? {
        let metas = page.allMetas.filter { meta in
            prefixes.contains(where: meta.name.hasPrefix) && !meta.content.isEmpty
        }
        func values(_ keys: Set<String>) -> [String] {
            metas.filter { keys.contains(HolderTable.key($0.name)) }.map(\.content)
        }
        let table = page.licences.statements
        if let type = otherType(values(["type"])) ?? otherFormat(values(["format"])) { return type }
        if let closed = values(table.holders.access).first(where: { !isOpen($0, table) }) { return closed }
        let (holders, notices) = (values(table.holders.holders), values(table.holders.notices))
        guard !holders.isEmpty || !notices.isEmpty else { return nil }
        let foreign = ForeignHolder(page)
        return holders.first(where: foreign.isForeign(holder:))
            ?? notices.first { isClosed($0) || foreign.isForeign(notice: $0, needsMark: true) }
    }

    private static func isOpen(_ text: String, _ table: StatementTable) -> Bool {
        if let right = AccessRight.read(text) { return right.value == .allow }
        // A condition in words that nobody knows closes nothing by itself: repositories write what they like there.
        return !table.forbids(Array(text.utf8)[...]) && !closing.contains(ByteText.lowercased(ByteText.trimmed(text)))
            && !LicenceWords.words(text.utf8).contains { table.holders.closed.contains(String($0)) }
    }

    private static let closing: Set<String> = [
        "restricted", "closed", "closed access", "restricted access", "embargoed",
    ]

    private static func isClosed(_ text: String) -> Bool {
        AccessRight.read(text).map { $0.value != .allow } ?? false
    }

    /// A type of a thing, unless another is one of a text.
    private static func otherType(_ types: [String]) -> String? {
        let words = types.map { LicencePlace.words(Array($0.utf8.prefix(200))[...]).map { Substring($0) } }
        guard !words.contains(where: { $0.contains(where: LicenceVocabulary.works.has) }) else { return nil }
        return zip(types, words).first {
            $1.contains(where: LicenceVocabulary.assets.has) || $1.contains("stillimage")
        }?.0
    }

    private static func otherFormat(_ formats: [String]) -> String? {
        guard !formats.contains(where: { ByteText.lowercased($0).contains("text") }) else { return nil }
        return formats.first { format in
            ["image/", "audio/", "video/"].contains { ByteText.lowercased(format).hasPrefix($0) }
        }
    }
}
