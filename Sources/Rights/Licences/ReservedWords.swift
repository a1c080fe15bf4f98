internal import Canonical
internal import Extraction
internal import Markup

/// Finds "all rights reserved" in the text and the metadata of a page, and words that forbid what licences permit.
enum ReservedWords {
    enum Place {
        case text, boilerplate
        /// In metadata about the page, where a licence would stand too.
        case declared
        /// Copying or use is forbidden in so many words.
        case forbidden
    }

    private static let phrases = [
        "all rights reserved", "alle rechte vorbehalten", "tous droits r", "todos los derechos reservados",
        "todos os direitos reservados", "tutti i diritti riservati", "alle rechten voorbehouden", "版权所有", "無断転載",
        "禁止转载", "모든 권리", "се права защищены", "wszelkie prawa zastrze", "m haklar\u{131} sakl\u{131}d",
        "جميع الحقوق محفوظة",
    ]

    /// The place that weighs most; nil if the words stand nowhere.
    static func place(_ page: PageInput) -> Place? {
        if isDeclared(page) { return .declared }
        var found: Place?
        for (node, entry) in page.page.nodes.enumerated() where entry.kind == .text && !entry.inTemplate {
            let bytes = page.page.bytes(page.page.range(ofText: node))
            guard bytes.count >= 12 else { continue }
            if forbidsAll(bytes) { return .forbidden }
            guard reserves(bytes) else { continue }
            if page.blocks?.label(of: node) == .main { return .text }
            found = .boilerplate
        }
        return found
    }

    static func reserves(_ bytes: ArraySlice<UInt8>) -> Bool {
        phrases.contains { ByteText.contains(bytes, $0) }
    }

    private static func isDeclared(_ page: PageInput) -> Bool {
        let metas = page.allMetas.contains { meta in
            ["dc.rights", "dc:rights", "dcterms.rights", "dcterms:rights", "rights", "copyright"].contains(meta.name)
                && reserves(Array(meta.content.utf8)[...])
        }
        if metas { return true }
        return RightsFacts.all(page).contains { fact in
            guard fact.property == "copyrightNotice", fact.isPage, let text = fact.value.string else { return false }
            return reserves(Array(text.utf8)[...])
        }
    }

    /// Whether words beside a licence forbid use or copying.
    static func forbids(_ bytes: ArraySlice<UInt8>) -> Bool {
        forbidsAll(bytes) || restrictions.contains { ByteText.contains(bytes, $0) }
    }

    /// Whether words anywhere on a page forbid copying it or earning with it.
    private static func forbidsAll(_ bytes: ArraySlice<UInt8>) -> Bool {
        prohibitions.contains { ByteText.contains(bytes, $0) }
    }

    private static let prohibitions = [
        "no part of this", "may not be reproduced", "may not be copied", "reproduction prohibited",
        "reproduction is prohibited", "commercial use is prohibited", "commercial use prohibited",
        "commercial use is not", "nachdruck verboten", "nutzung untersagt", "reproduction interdite",
        "prohibida la reproducci", "prohibida su reproducci", "proibida a reprodu", "riproduzione riservata",
        "riproduzione vietata", "无断转载", "転載禁止", "未经许可", "严禁转载", "personal use only",
        "personal, non-commercial use", "personal and non-commercial use", "personal, noncommercial use",
        "no commercial use without", "no reproduction without", "no copying without", "copying prohibited",
        "copying is prohibited", "you may not copy", "do not copy or", "do not copy.", "commercial reuse requires",
        "commercial use requires", "reproducci\u{F3}n prohibida", "copia prohibida", "nur für private zwecke",
        "ерепечатка запрещен", "опирование запрещен",
    ]
    private static let restrictions = [
        "prohibited", "forbidden", "excluded", "without permission", "without prior", "without written",
        "without the permission", "not permitted", "not allowed", "must not", "may not", "expired", "revoked",
        "withdrawn", "verboten", "untersagt", "ausgeschlossen", "nicht gestattet", "nicht erlaubt", "ohne genehmigung",
        "interdit", "exclu ", "exclue", "prohibid", "excluid", "proibid", "vietat", "esclus", "verboden",
        "uitgesloten", "zabronion", "wykluczon", "machine learning", "ai training", "artificial intelligence",
        "registered members", "members only", "禁止商业", "禁止转载", "商用利用不可", "상업적 이용 금지",
    ]
}
