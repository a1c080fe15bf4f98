internal import Markup

/// One vocabulary of XML, as far as it has to do with rights.
protocol XMLVocabulary {
    /// What an element is, if it is something that statements speak of.
    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level?
    /// Adds the statements of one element.
    static func read(_ index: Int, into scan: inout XMLScan)
}

/// Which vocabulary a namespace belongs to.
enum XMLVocabularies {
    static func of(_ namespace: String) -> (any XMLVocabulary.Type)? {
        if let known = byName[namespace] { return known }
        return byPrefix.first { namespace.hasPrefix($0.prefix) }?.vocabulary
    }

    private static let byName: [String: any XMLVocabulary.Type] = {
        var table: [String: any XMLVocabulary.Type] = ["": PlainXML.self, XMLNamespace.rdf: RDFXML.self]
        let lists: [(Set<String>, any XMLVocabulary.Type)] = [
            (RSS.namespaces, RSS.self), (UserlandLicence.namespaces, UserlandLicence.self),
            (Atom.namespaces, Atom.self),
            (MediaRSS.namespaces, MediaRSS.self), (XMLNamespace.dc, DublinCore.self), (XMLNamespace.cc, CCREL.self),
            (ALI.namespaces, ALI.self), (OAIPMH.namespaces, OAIPMH.self), (Sitemap.namespaces, Sitemap.self),
            (OpenPackage.namespaces, OpenPackage.self), (TDMRepReader.namespaces, TDMRepElements.self),
            (LicenceProperty.namespaces, LicenceProperty.self),
        ]
        for (names, vocabulary) in lists { for name in names { table[name] = vocabulary } }
        return table
    }()

    /// Namespaces with a version in their name.
    private static let byPrefix: [(prefix: String, vocabulary: any XMLVocabulary.Type)] = [
        ("https://jats.nlm.nih.gov/ns/", JATS.self), ("http://jats.nlm.nih.gov", JATS.self),
        ("http://dtd.nlm.nih.gov/", JATS.self), ("http://datacite.org/schema/", RepositoryRights.self),
        ("http://namespace.openaire.eu/schema/oaire", RepositoryRights.self),
        ("http://www.loc.gov/mods/", RepositoryRights.self), ("http://www.niso.org/schemas/ali/", ALI.self),
    ]
}

/// Elements without a namespace belong to the vocabulary of the root.
enum PlainXML: XMLVocabulary {
    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        vocabulary(scan).level(of: index, in: scan)
    }

    static func read(_ index: Int, into scan: inout XMLScan) { vocabulary(scan).read(index, into: &scan) }

    private static func vocabulary(_ scan: XMLScan) -> any XMLVocabulary.Type {
        guard let root = scan.input.xml.root?.name, root.namespace.isEmpty || root == RDFXML.root else {
            return JATS.self
        }
        switch root.local {
        case "rss", "RSS": return RSS.self
        case "package": return OpenPackage.self
        case "RDF", "Work": return CCREL.self
        case "feed", "entry": return Atom.self
        case "urlset": return Sitemap.self
        case "OAI-PMH", "record", "dc": return OAIPMH.self
        default: return JATS.self
        }
    }
}
