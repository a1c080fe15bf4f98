internal import Extraction
internal import Markup

/// Finds "all rights reserved" in the text of a page.
enum ReservedWords {
    enum Place { case text, boilerplate }

    private static let phrases = [
        "all rights reserved", "alle rechte vorbehalten", "tous droits r", "todos los derechos reservados",
        "todos os direitos reservados", "tutti i diritti riservati", "alle rechten voorbehouden", "版权所有", "無断転載",
        "禁止转载", "모든 권리",
    ]

    /// The place that weighs most; nil if the words stand nowhere.
    static func place(_ page: PageInput) -> Place? {
        var found: Place?
        for (node, entry) in page.page.nodes.enumerated() where entry.kind == .text && !entry.inTemplate {
            let bytes = page.page.bytes(page.page.range(ofText: node))
            guard bytes.count >= 12, reserves(bytes) else { continue }
            if page.blocks?.label(of: node) == .main { return .text }
            found = .boilerplate
        }
        return found
    }

    static func reserves(_ bytes: ArraySlice<UInt8>) -> Bool {
        phrases.contains { ByteText.contains(bytes, $0) }
    }
}
