internal import Markup

/// The vocabulary of Creative Commons, in RSS 1.0 and in RDF/XML.
///
/// Source: ccREL (W3C member submission, 2008) and the RDF of 2002 it replaced, read 2026-11-24.
enum CCREL: XMLVocabulary {
    static let licences: Set<String> = ["license", "licence"]

    /// Old RDF forgets the element round it or its namespace; a work is known by its name then.
    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        scan.input.element(index).name.local == "Work" ? .resource : nil
    }

    static func read(_ index: Int, into scan: inout XMLScan) {
        let local = scan.input.element(index).name.local
        if licences.contains(local), scan.input.parent(index) != nil, scan.stripe(of: index) != .node {
            scan.addLicence(scan.value(of: index), at: index, .init(carrier: carrier(of: index, scan)))
        } else if local == "attributionName" {
            scan.credit(scan.input.text(index), at: index)
        }
    }

    private static func carrier(of index: Int, _ scan: XMLScan) -> LicenceCandidate.Carrier {
        switch scan.holders[scan.holder(of: index)].level {
        case .channel, .item, .image: RSS.carrier(in: scan)
        case .feed, .entry, .source: .atom
        default: .rdfXML
        }
    }
}

/// Licence properties of other vocabularies, in RDF/XML.
enum LicenceProperty: XMLVocabulary {
    static let namespaces: Set<String> = [
        "http://www.w3.org/1999/xhtml/vocab#", "http://schema.org/", "https://schema.org/",
        "http://www.europeana.eu/schemas/edm/",
    ]

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? { nil }

    static func read(_ index: Int, into scan: inout XMLScan) {
        guard scan.stripe(of: index) == .property else { return }
        let name = scan.input.element(index).name
        guard name.local == "license" || name.local == "rights" && name.namespace.hasSuffix("/edm/") else { return }
        scan.addRights(scan.value(of: index), at: index, .init(carrier: .rdfXML))
    }
}
