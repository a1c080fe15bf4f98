/// What tells a site file from the others of its origin: its kind, and the URL where the kind has no path.
public struct SiteFileName: Hashable, Sendable, Comparable {
    public let kind: SiteFileKind
    /// Empty for kinds that have a path.
    public let asked: String

    public init(_ kind: SiteFileKind, asked: String = "") {
        self.kind = kind
        self.asked = kind.path == nil ? asked : ""
    }

    public static func < (left: SiteFileName, right: SiteFileName) -> Bool {
        (left.kind, left.asked) < (right.kind, right.asked)
    }
}
