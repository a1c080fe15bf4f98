public import Canonical

/// `filter`: how archives are read.
public struct FilterSettings: Hashable, Sendable {
    /// Whether captures of site files inside an input speak for the pages of the same input.
    public enum SiteCaptures: String, CaseIterable, Hashable, Sendable {
        /// Found by a first pass over the input, wherever in it they stand.
        case scan
        case ignore
    }

    public let siteCaptures: SiteCaptures

    public init(_ node: ConfigNode?) throws(ConfigError) {
        let keys = try node?.map(["site_captures"]) ?? [:]
        let name =
            try keys["site_captures"]?.choice(SiteCaptures.allCases.map(\.rawValue)) ?? SiteCaptures.scan.rawValue
        siteCaptures = SiteCaptures(rawValue: name) ?? .scan
    }
}
