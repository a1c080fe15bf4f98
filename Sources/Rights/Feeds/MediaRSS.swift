internal import Markup

/// Media RSS: what it says is said of media files, never of the text beside them.
///
/// Source: Media RSS specification 1.5.1, read 2026-11-24. An element of an item speaks of all media of the item, one of
/// a channel of all of the channel.
enum MediaRSS: XMLVocabulary {
    static let namespaces: Set<String> = [
        "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss", "https://search.yahoo.com/mrss/",
        "http://tools.search.yahoo.com/mrss/",
    ]

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        switch scan.input.element(index).name.local {
        case "content", "group": .media
        default: nil
        }
    }

    static func read(_ index: Int, into scan: inout XMLScan) {
        let element = scan.input.element(index)
        switch element.name.local {
        case "license", "licence":
            scan.addRights(element["href"] ?? scan.input.text(index), at: index, form(index, &scan))
        case "copyright":
            scan.addRights(scan.input.text(index), at: index, form(index, &scan))
            if let url = element["url"] { scan.addLicence(url, at: index, form(index, &scan)) }
        case "rights":
            scan.addRights(element["status"] ?? scan.input.text(index), at: index, form(index, &scan))
        default: break
        }
    }

    private static func form(_ index: Int, _ scan: inout XMLScan) -> XMLScan.Form {
        XMLScan.Form(carrier: .mrss, holder: scan.mediaHolder(of: index))
    }
}
