public import Canonical
public import WebAddress

/// Which site file a decision rested on, without its bytes.
public struct SiteFileFact: Hashable, Sendable {
    public let kind: SiteFileKind
    /// The absolute URL asked for; empty for kinds that have a path.
    public let asked: String
    public let origin: Origin
    public let moment: Moment
    public let outcome: SiteFileOutcome
    public let fetched: Timestamp
    public let expires: Timestamp
    public let digest: Digest?

    public init(_ file: SiteFile, at moment: Moment) {
        self.init(
            kind: file.kind, asked: file.asked, origin: file.origin, moment: moment, outcome: file.outcome,
            fetched: file.fetched, expires: file.expires, digest: file.digest)
    }

    public init(
        kind: SiteFileKind, asked: String = "", origin: Origin, moment: Moment, outcome: SiteFileOutcome,
        fetched: Timestamp, expires: Timestamp, digest: Digest?
    ) {
        self.kind = kind
        self.asked = kind.path == nil ? asked : ""
        self.origin = origin
        self.moment = moment
        self.outcome = outcome
        self.fetched = fetched
        self.expires = expires
        self.digest = digest
    }

    /// What tells the file from the others of its origin.
    public var name: SiteFileName { SiteFileName(kind, asked: asked) }
}
