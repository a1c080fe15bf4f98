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
        ALI.limit(&form, to: element["specific-use"] ?? element["content-type"])
        let before = scan.statements.count
        if let href = element[XMLNamespace.href] ?? element["href"] { scan.addLicence(href, at: index, form) }
        readLinks(in: index, form, &scan)
        // An address of ALI has dates of its own, and is read with them.
        let text = scan.input.text(index, without: ALI.namespaces)
        scan.addRights(text, at: index, form)
        addRestrictions(text, element["license-type"] ?? "", index, form, since: before, &scan)
        let isNamed = scan.statements[before...].contains { if case .licence = $0.meaning { true } else { false } }
        // There is a licence, and nothing says which: it must not look as if there were none.
        if !isNamed, !hasReference(in: index, scan) {
            scan.addLicence(element["license-type"] ?? String(text.prefix(200)), at: index, form)
        }
    }

    /// Words beside a licence's address that ask for more than the licence does: the address alone must not count.
    private static func addRestrictions(
        _ words: String, _ type: String, _ index: Int, _ form: XMLScan.Form, since before: Int, _ scan: inout XMLScan
    ) {
        var asked = LicenceElements.named(in: Array(words.utf8))
        if allowsBoth(words) { asked.remove("nc") }
        asked.formUnion(typed(type))
        guard !asked.isEmpty else { return }
        var named = Set<String>()
        var addresses = scan.statements[before...].compactMap { statement -> String? in
            if case .licence(let url) = statement.meaning { url } else { nil }
        }
        addresses += inside(index, scan).filter { isReference($0, scan) }.map { scan.input.text($0) }
        for url in addresses { named.formUnion(scan.input.licences.named(value: url).flags ?? []) }
        guard !addresses.isEmpty, !asked.isSubset(of: named) else { return }
        var form = form
        form.rank = .words
        form.notes.append("words-ask-for-more")
        form.holder = scan.holder(of: index)
        let more = ["nc", "nd", "sa"].filter(asked.contains).joined(separator: "-")
        scan.addLicence("CC BY-" + more.uppercased(), at: index, form)
    }

    /// Elements in the values of `license-type` that publishers use: `cc-by-nc`, `ccncnd`, `non-commercial`.
    private static func typed(_ type: String) -> Set<String> {
        let letters = ByteText.lowercased(type)
        var found: Set<String> = []
        for (element, marks) in marks where marks.contains(where: letters.contains) { found.insert(element) }
        return found
    }

    /// "for commercial and non-commercial use" asks for nothing.
    private static func allowsBoth(_ words: String) -> Bool {
        let letters = ByteText.string(words.utf8.filter(ByteText.isLetter).map(ByteText.lower))
        return ["and", "or", "aswellas"].contains {
            letters.contains("commercial\($0)noncommercial") || letters.contains("noncommercial\($0)commercial")
        }
    }

    private static let marks: [(String, [String])] = [
        ("nc", ["by-nc", "ccbync", "cc-nc", "ccnc", "noncommercial", "non-commercial", "non commercial"]),
        ("nd", ["by-nd", "nc-nd", "ccbynd", "ccbyncnd", "ccncnd", "noderiv", "no-deriv", "no deriv"]),
        ("sa", ["by-sa", "nc-sa", "ccbysa", "ccbyncsa", "share-alike", "sharealike"]),
    ]

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
        inside(index, scan).contains { isReference($0, scan) }
    }

    private static func isReference(_ index: Int, _ scan: XMLScan) -> Bool {
        let name = scan.input.element(index).name
        return name.local == "license_ref" && ALI.namespaces.contains(name.namespace)
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
