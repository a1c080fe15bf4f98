internal import Markup

/// RSS 0.9 to 2.0: channels, items, and their `copyright`.
///
/// Source: RSS 2.0 specification of 2003, RSS 1.0 of 2000, read 2026-11-24.
enum RSS: XMLVocabulary {
    static let namespaces: Set<String> = [
        "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss", "http://backend.userland.com/RSS2",
    ]

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        switch scan.input.element(index).name.local {
        case "channel": .channel
        case "item": .item
        case "image": .image
        case "textinput", "textInput": .resource
        default: nil
        }
    }

    static func read(_ index: Int, into scan: inout XMLScan) {
        let element = scan.input.element(index)
        guard scan.input.parent(index) != nil else { return }
        switch element.name.local {
        case "copyright": scan.addRights(scan.value(of: index), at: index, .init(carrier: carrier(in: scan)))
        case "link" where RSLDiscovery.isMediaType(element["type"] ?? ""):
            scan.nameTerms(element["href"] ?? scan.input.text(index), at: index)
        default: break
        }
    }

    /// RSS with RDF is another format than RSS without, under one name.
    static func carrier(in scan: XMLScan) -> LicenceCandidate.Carrier {
        scan.input.xml.root?.name == RDFXML.root ? .rss1 : .rss
    }
}

/// The `creativeCommons:license` of RSS 2.0: of a channel for all its items, of an item for itself.
///
/// Source: creativeCommons RSS 2.0 module, read 2026-11-24.
enum UserlandLicence: XMLVocabulary {
    static let namespaces: Set<String> = [
        "http://backend.userland.com/creativeCommonsRssModule",
        "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html",
        "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule",
        "https://cyber.harvard.edu/rss/creativeCommonsRssModule.html",
        "http://blogs.law.harvard.edu/tech/creativeCommonsRssModule",
    ]

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? { nil }

    static func read(_ index: Int, into scan: inout XMLScan) {
        guard ["license", "licence"].contains(scan.input.element(index).name.local) else { return }
        scan.addLicence(scan.value(of: index), at: index, .init(carrier: RSS.carrier(in: scan)))
    }
}
