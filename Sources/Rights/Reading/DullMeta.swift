internal import Markup

/// Names of meta elements that speak of how a page is shown, shared or found, and by which nobody says anything of rights.
///
/// They are two thirds of the meta elements of real pages; what every reader would pass over is not made ready for any.
enum DullMeta {
    /// Whole names, in lower case.
    private static let names: [StaticString] = [
        "viewport", "description", "keywords", "news_keywords", "theme-color", "generator", "referrer",
        "format-detection",
        "handheldfriendly", "mobileoptimized", "google-site-verification", "content-type", "x-ua-compatible", "refresh",
        "article:published_time", "article:modified_time", "article:section", "article:tag", "article:opinion",
    ]
    /// Beginnings of names. Of `og:` only those that have a meaning of their own: other vocabularies use it for `og:license`.
    private static let beginnings: [StaticString] = [
        "og:image", "og:title", "og:type", "og:description", "og:locale", "og:video", "og:updated_time", "twitter:",
        "fb:",
        "al:", "msapplication-", "apple-mobile-", "apple-itunes-", "msvalidate.", "parsely-", "sailthru.",
    ]

    static func isDull(_ name: ArraySlice<UInt8>) -> Bool {
        name.withUnsafeBufferPointer { name in
            guard let first = name.first else { return false }
            switch first | 0x20 {
            case UInt8(ascii: "o"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "a"), UInt8(ascii: "m"),
                UInt8(ascii: "p"), UInt8(ascii: "s"):
                if beginnings.contains(where: { begins(name, $0) }) { return true }
            default: break
            }
            return names.contains { $0.utf8CodeUnitCount == name.count && begins(name, $0) }
        }
    }

    private static func begins(_ name: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard name.count >= count else { return false }
        for at in 0..<count where ByteText.lower(name[at]) != text.utf8Start[at] { return false }
        return true
    }
}
