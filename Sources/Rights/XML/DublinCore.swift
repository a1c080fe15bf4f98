internal import Markup

/// Dublin Core in any XML: `rights`, `license`, `accessRights`.
///
/// Source: DCMI Metadata Terms (2020), read 2026-11-24.
enum DublinCore: XMLVocabulary {
    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? { nil }

    static func read(_ index: Int, into scan: inout XMLScan) {
        guard scan.input.parent(index) != nil, scan.stripe(of: index) != .node else { return }
        let local = scan.input.element(index).name.local
        guard ["rights", "license", "accessRights"].contains(local) else { return }
        read(local, scan.value(of: index), at: index, .init(carrier: carrier(of: index, scan)), &scan)
    }

    static func read(_ local: String, _ value: String, at index: Int, _ form: XMLScan.Form, _ scan: inout XMLScan) {
        switch local {
        case "license": scan.addLicence(value, at: index, form)
        case "rights", "accessRights": scan.addRights(value, at: index, form)
        default: break
        }
    }

    /// Dublin Core is a guest everywhere; the carrier is its host.
    private static func carrier(of index: Int, _ scan: XMLScan) -> LicenceCandidate.Carrier {
        switch scan.holders[scan.holder(of: index)].level {
        case .channel, .item: RSS.carrier(in: scan)
        case .feed, .entry, .source: .atom
        case .record, .metadata: .oaiPMH
        case .package: .opf
        case .article, .part: .jats
        case .image: .sitemap
        case .media: .mrss
        case .document, .resource: scan.stripe(of: index) == .none ? .dublinCore : .rdfXML
        }
    }
}
