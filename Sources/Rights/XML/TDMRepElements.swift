internal import Markup

/// The TDM Reservation Protocol as elements or attributes of RDF and other XML.
enum TDMRepElements: XMLVocabulary {
    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? { nil }

    static func read(_ index: Int, into scan: inout XMLScan) {
        read(scan.input.element(index).name.local, scan.value(of: index), at: index, &scan)
    }

    static func read(_ local: String, _ value: String, at index: Int, _ scan: inout XMLScan) {
        switch local {
        case "reservation": scan.reserve(value, at: index)
        case "policy": scan.addPolicy(value, at: index)
        default: break
        }
    }
}
