internal import Markup

/// RDF/XML: things with an address, and their properties.
///
/// Source: RDF 1.1 XML Syntax (W3C, 2014), sections 2 and 7, read 2026-11-24. Things and properties take turns below
/// `rdf:RDF`; `rdf:parseType` is not followed, so what stands inside belongs to a thing without a name.
enum RDFXML: XMLVocabulary {
    static let root = XMLName("RDF", in: XMLNamespace.rdf)

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        scan.input.element(index).name.local == "Description" ? .resource : nil
    }

    static func read(_ index: Int, into scan: inout XMLScan) {}

    /// Properties written as attributes of the thing (section 2.5).
    static func readAttributes(of index: Int, into scan: inout XMLScan) {
        for attribute in scan.input.element(index).attributes {
            let (namespace, local) = (attribute.name.namespace, attribute.name.local)
            if XMLNamespace.cc.contains(namespace), CCREL.licences.contains(local) {
                scan.addLicence(attribute.value, at: index, .init(carrier: .rdfXML))
            } else if XMLNamespace.dc.contains(namespace) {
                DublinCore.read(local, attribute.value, at: index, .init(carrier: .rdfXML), &scan)
            } else if TDMRepReader.namespaces.contains(namespace) {
                TDMRepElements.read(local, attribute.value, at: index, &scan)
            }
        }
    }
}
