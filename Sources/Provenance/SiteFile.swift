public import Canonical
public import WebAddress

/// A per-origin file that speaks of rights, as one fetch found it.
///
/// A class, since every page of an origin refers to all of its files, and a copy would count up what each of them holds.
public final class SiteFile: Hashable, Sendable {
    public let kind: SiteFileKind
    /// The absolute URL asked for where another file of the origin named it; empty for kinds that have a path.
    public let asked: String
    /// The origin it speaks for: the one whose path was asked, or whose file named it, whatever redirects led to.
    public let origin: Origin
    public let fetched: Timestamp
    public let hops: [Hop]
    public let outcome: SiteFileOutcome
    /// Why, in words, where the outcome is not `found`, or why a file found may not be the latest; else empty.
    public let reason: String
    /// Content-decoded; empty unless `found`.
    public let body: [UInt8]
    /// Of the body; nil unless `found`.
    public let digest: Digest?
    public let contentType: String
    /// The body was longer than the reader's limit and cut there.
    public let isCut: Bool
    public let expires: Timestamp

    public init(
        kind: SiteFileKind, asked: String = "", origin: Origin, fetched: Timestamp, hops: [Hop],
        outcome: SiteFileOutcome, reason: String = "", body: [UInt8] = [], contentType: String = "",
        isCut: Bool = false, expires: Timestamp
    ) {
        self.kind = kind
        self.asked = kind.path == nil ? asked : ""
        self.origin = origin
        self.fetched = fetched
        self.hops = hops
        self.outcome = outcome
        self.reason = reason
        self.body = outcome == .found ? body : []
        digest = outcome == .found ? Digest(of: body) : nil
        self.contentType = contentType
        self.isCut = isCut
        self.expires = expires
    }

    /// What tells it from the other site files of its origin.
    public var name: SiteFileName { SiteFileName(kind, asked: asked) }

    /// The status of the last hop; 0 if nothing was answered.
    public var status: Int { hops.last?.status ?? 0 }

    public static func == (one: SiteFile, other: SiteFile) -> Bool {
        one === other || one.known == other.known
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(known) }

    /// All that two equal files have alike; of bodies the digest tells.
    private var known: Known {
        Known(
            kind: kind, asked: asked, origin: origin, fetched: fetched, hops: hops, outcome: outcome, reason: reason,
            digest: digest, contentType: contentType, isCut: isCut, expires: expires)
    }

    private struct Known: Hashable {
        let kind: SiteFileKind
        let asked: String
        let origin: Origin
        let fetched: Timestamp
        let hops: [Hop]
        let outcome: SiteFileOutcome
        let reason: String
        let digest: Digest?
        let contentType: String
        let isCut: Bool
        let expires: Timestamp
    }
}
