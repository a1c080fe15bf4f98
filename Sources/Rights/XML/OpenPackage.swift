internal import Markup

/// The package of an EPUB, in its second and third version. What its metadata says is said of the whole publication.
///
/// Source: OPF 2.0.1, section 2.2; EPUB 3.3, sections 5.4 and 5.5 and appendix D; W3C TDMRep, techniques for EPUB; read
/// 2026-11-24.
enum OpenPackage: XMLVocabulary {
    static let namespaces: Set<String> = [
        "http://www.idpf.org/2007/opf", "http://openebook.org/namespaces/oeb-package/1.0/",
    ]

    private static let licences: Set<String> = [
        "license", "licence", "cc:license", "dcterms:license", "dct:license", "schema:license", "xhv:license",
    ]
    private static let rights: Set<String> = [
        "rights", "dc:rights", "dc.rights", "dcterms:rights", "dcterms:accessrights",
    ]

    static func isPackage(_ name: XMLName) -> Bool {
        name.local == "package" && (name.namespace.isEmpty || namespaces.contains(name.namespace))
    }

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        switch scan.input.element(index).name.local {
        case "package": .package
        // Files of the publication have rights of their own.
        case "manifest", "collection": .part
        default: nil
        }
    }

    static func read(_ index: Int, into scan: inout XMLScan) {
        let element = scan.input.element(index)
        switch element.name.local {
        case "meta":
            // OPF 2 has a name and a content, EPUB 3 a property and a text; both are read in either.
            if let name = element["property"] { read(name, scan.input.text(index), index, &scan) }
            if let name = element["name"] { read(name, element["content"] ?? scan.input.text(index), index, &scan) }
        case "link":
            guard let rel = element["rel"], let href = element["href"] else { return }
            for name in rel.split(whereSeparator: \.isWhitespace) { read(String(name), href, index, &scan) }
        default: break
        }
    }

    private static func read(_ name: String, _ value: String, _ index: Int, _ scan: inout XMLScan) {
        let name = ByteText.lowercased(ByteText.trimmed(name))
        if let local = tdm(name, scan) { return readTDM(local, value, index, &scan) }
        if name == "tdm-reservation" || MetaName.meansReservation(name), ByteText.trimmed(value) != "0" {
            // A name that is none here: what it says cannot be told, and was meant.
            return scan.reserve(name + "=" + value, at: index)
        }
        // A property of one part of the metadata is none of the publication.
        let isPart = scan.input.element(index)["refines"].map { !$0.isEmpty } ?? false
        guard !isPart else { return }
        if licences.contains(name) {
            scan.addLicence(value, at: index, .init(carrier: .opf))
        } else if rights.contains(name) {
            scan.addRights(value, at: index, .init(carrier: .opf))
        }
    }

    /// The part of the name after the prefix of TDMRep; nil for another vocabulary.
    private static func tdm(_ name: String, _ scan: XMLScan) -> String? {
        guard name.hasSuffix("reservation") || name.hasSuffix("policy") else { return nil }
        return scan.tdmPrefixes.first(where: name.hasPrefix).map { String(name.dropFirst($0.count)) }
    }

    /// The prefixes that stand for TDMRep in a package, each with its colon; tools forget to declare `tdm:`.
    static func tdmPrefixes(_ input: XMLInput) -> [String] {
        let words = (input.xml.root?["prefix"] ?? "").prefix(4096).split(whereSeparator: \.isWhitespace)
        var found = Array(TDMRepReader.namespaces)
        var isTDMForeign = false
        for (word, target) in zip(words, words.dropFirst()) where word.hasSuffix(":") {
            let prefix = ByteText.lowercased(word)
            if target.contains("w3.org/ns/tdmrep") {
                found.append(prefix)
            } else if prefix == "tdm:" {
                isTDMForeign = true
            }
        }
        return isTDMForeign ? found : found + ["tdm:"]
    }

    private static func readTDM(_ local: String, _ value: String, _ index: Int, _ scan: inout XMLScan) {
        TDMRepElements.read(local.hasPrefix("tdm-") ? String(local.dropFirst(4)) : local, value, at: index, &scan)
    }
}
