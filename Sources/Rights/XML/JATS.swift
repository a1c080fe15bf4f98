internal import Markup

/// Articles in JATS, and books and standards in its sisters.
///
/// Source: JATS 1.3 (NISO Z39.96-2021), `permissions`, `license`, `license-p`, read 2026-11-24.
enum JATS: XMLVocabulary {
    private static let works: Set<String> = ["article", "book", "book-part-wrapper", "standard", "adoption"]
    private static let parts: Set<String> = [
        "sub-article", "response", "fig", "fig-group", "table-wrap", "table-wrap-group", "media", "graphic",
        "inline-graphic", "supplementary-material", "boxed-text", "disp-quote", "chem-struct-wrap", "verse-group",
        "ref", "mixed-citation", "element-citation", "product", "related-article", "related-object", "floats-group",
        "book-part", "sec", "app", "array", "alternatives", "statement", "abstract", "trans-abstract",
    ]

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        let local = scan.input.element(index).name.local
        if works.contains(local) { return .article }
        return parts.contains(local) && isInside(works, index, scan) ? .part : nil
    }

    static func read(_ index: Int, into scan: inout XMLScan) {
        switch scan.input.element(index).name.local {
        case "license" where isIn("permissions", index, scan): readLicence(index, &scan)
        case "copyright-statement" where isIn("permissions", index, scan):
            scan.addRights(scan.input.text(index), at: index, .init(carrier: .jats))
        case "copyright-holder" where isIn("permissions", index, scan):
            scan.credit(scan.input.text(index), at: index)
        default: break
        }
    }

    /// The licence's own address, then the links in its words, then the words.
    private static func readLicence(_ index: Int, _ scan: inout XMLScan) {
        let element = scan.input.element(index)
        var form = XMLScan.Form(carrier: .jats)
        if let type = element["license-type"] { form.notes = ["license-type=" + type] }
        let before = scan.statements.count
        if let href = element[XMLNamespace.href] ?? element["href"] { scan.addLicence(href, at: index, form) }
        readLinks(in: index, form, &scan)
        // An address of ALI has dates of its own, and is read with them.
        let text = scan.input.text(index, without: ALI.namespaces)
        scan.addRights(text, at: index, form)
        let isNamed = scan.statements[before...].contains { if case .licence = $0.meaning { true } else { false } }
        // There is a licence, and nothing says which: it must not look as if there were none.
        if !isNamed, !hasReference(in: index, scan) {
            scan.addLicence(element["license-type"] ?? String(text.prefix(200)), at: index, form)
        }
    }

    private static func readLinks(in index: Int, _ form: XMLScan.Form, _ scan: inout XMLScan) {
        var form = form
        form.rank = .body
        // The links stand further on, where the walk has not been.
        form.holder = scan.holder(of: index)
        for at in inside(index, scan) where ["ext-link", "uri"].contains(scan.input.element(at).name.local) {
            let target = scan.input.element(at)[XMLNamespace.href] ?? scan.input.text(at)
            for (url, _) in MetaLicences.licenceURLs(in: target, scan.input.licences) {
                scan.addLicence(url, at: at, form)
            }
        }
    }

    private static func hasReference(in index: Int, _ scan: XMLScan) -> Bool {
        inside(index, scan).contains {
            scan.input.element($0).name.local == "license_ref"
                && ALI.namespaces.contains(scan.input.element($0).name.namespace)
        }
    }

    private static func inside(_ index: Int, _ scan: XMLScan) -> Range<Int> {
        index + 1..<min(scan.input.element(index).end, index + 256)
    }

    private static func isIn(_ parent: String, _ index: Int, _ scan: XMLScan) -> Bool {
        scan.input.parent(index).map { scan.input.element($0).name.local == parent } ?? false
    }

    private static func isInside(_ names: Set<String>, _ index: Int, _ scan: XMLScan) -> Bool {
        scan.input.xml.root.map { names.contains($0.name.local) } ?? false
            || [.article, .part].contains(scan.holders[scan.holder(of: index)].level)
    }
}
