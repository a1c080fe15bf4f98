internal import Markup

/// Images of a sitemap with their licences.
///
/// Source: Google's image sitemap extension 1.1 (its `license` is out of use since 2022, and read where it stands), read
/// 2026-11-24.
enum Sitemap: XMLVocabulary {
    private static let images = "http://www.google.com/schemas/sitemap-image/1.1"
    static let namespaces: Set<String> = [
        images, "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.google.com/schemas/sitemap/0.84",
        "https://www.sitemaps.org/schemas/sitemap/0.9", "https://www.google.com/schemas/sitemap-image/1.1",
    ]

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        switch scan.input.element(index).name.local {
        case "image": .image
        case "url": .resource
        default: nil
        }
    }

    static func read(_ index: Int, into scan: inout XMLScan) {
        guard scan.input.element(index).name.local == "license" else { return }
        scan.addLicence(scan.value(of: index), at: index, .init(carrier: .sitemap))
    }
}
