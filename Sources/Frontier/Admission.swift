internal import WebAddress

/// Whether a found URL is taken into the frontier.
public enum Admission: String, CaseIterable, Hashable, Sendable {
    case taken
    case known
    case tooDeep
    case tooLong
    /// One segment stands in the path again and again.
    case repeating
    case tooManyQueries
    case hostFull
    /// The URL carries a signature or a session: it was meant for someone.
    case capability

    /// What can be said of the URL alone; nil if nothing speaks against it.
    public static func objection(to found: FoundURL, _ settings: FrontierSettings) -> Admission? {
        if found.depth > settings.deepest { return .tooDeep }
        if found.url.text.utf8.count > settings.longestURL { return .tooLong }
        if found.url.looksLikeCapability != nil { return .capability }
        return repeats(found.url, settings.segmentRepeats) ? .repeating : nil
    }

    private static func repeats(_ url: CanonicalURL, _ limit: Int) -> Bool {
        var counts: [Substring: Int] = [:]
        for segment in url.url.path.split(separator: "/") {
            let count = counts[segment, default: 0] + 1
            if count >= limit { return true }
            counts[segment] = count
        }
        return false
    }
}
