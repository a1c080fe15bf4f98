internal import Markup

/// The names of XMP properties that speak of rights.
enum XMPNames {
    static let plus = "http://ns.useplus.org/ldf/xmp/1.0/"
    static let iptc = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    static let xmpRights = "http://ns.adobe.com/xap/1.0/rights/"
    static let commons = XMLNamespace.ccREL
    static let oldCommons = XMLNamespace.oldCC
    static let dublinCore = XMLNamespace.dcElements
    static let rsl = RSLDocument.namespace

    /// Namespaces that no other RDF has.
    static let own: Set<String> = [plus, iptc, xmpRights]

    static let marked = XMLName("Marked", in: xmpRights)
    static let webStatement = XMLName("WebStatement", in: xmpRights)
    static let usageTerms = XMLName("UsageTerms", in: xmpRights)
    static let owner = XMLName("Owner", in: xmpRights)
    static let certificate = XMLName("Certificate", in: xmpRights)
    static let rights = XMLName("rights", in: dublinCore)
    static let licences = [XMLName("license", in: commons), XMLName("license", in: oldCommons)]
    static let attributionName = XMLName("attributionName", in: commons)
    static let attributionURL = XMLName("attributionURL", in: commons)
}
