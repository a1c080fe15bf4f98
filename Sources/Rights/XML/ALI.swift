internal import Markup

/// Access and licence indicators: a licence with the day it begins, and free access with its days.
///
/// Source: NISO RP-22-2021, read 2026-11-24. Of several licences in force the recommendation prefers none that its text
/// would let us tell, so they must agree.
enum ALI: XMLVocabulary {
    static let namespaces: Set<String> = [
        "http://www.niso.org/schemas/ali/1.0/", "http://www.niso.org/schemas/ali/1.0",
        "https://www.niso.org/schemas/ali/1.0/",
    ]

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? { nil }

    static func read(_ index: Int, into scan: inout XMLScan) {
        let element = scan.input.element(index)
        var form = XMLScan.Form(carrier: .ali)
        form.start = element["start_date"]
        form.end = element["end_date"]
        limit(&form, to: element["specific-use"] ?? element["applies_to"] ?? element["content-type"])
        switch element.name.local {
        case "license_ref": scan.addLicence(scan.value(of: index), at: index, form)
        case "free_to_read": scan.addAccess(.free, at: index, form)
        default: break
        }
    }

    /// Notes what a licence is said to apply to. One of another version of the article than the one of record, of a use or of
    /// a part of it is no licence of the text.
    static func limit(_ form: inout XMLScan.Form, to what: String?) {
        guard let what else { return }
        form.notes.append("applies to " + what)
        let words = LicencePlace.words(Array(what.utf8.prefix(64))[...])
        guard words.contains(where: { others.contains($0) || LicenceVocabulary.assets.has($0[...]) }) else { return }
        form.rank = .words
        form.notes.append(LicenceWords.unsure)
    }

    /// `am` is the accepted manuscript.
    private static let others: Set<String> = [
        "am", "aam", "smur", "preprint", "draft", "tdm", "mining", "textmining", "media", "supplement", "supplementary",
        "translation",
    ]
}
