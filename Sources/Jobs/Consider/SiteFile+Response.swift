internal import Canonical
internal import Provenance
internal import WebAddress

extension SiteFile {
    /// How long a site file is taken to speak, where nothing shortens it: RFC 9309, section 2.4 (24 hours).
    static let lifetime: Int64 = 24 * 3600
    /// How long a failure to reach one is believed before it is tried again.
    static let retryAfter: Int64 = 3600
    /// RFC 9309, section 2.3.1.2: at least five redirects are followed.
    static let maximumRedirects = 5
    /// RFC 9309, section 2.5: at least 500 KiB are parsed; what follows is not taken.
    static let maximumBytes = 512_000

    /// Which site file a URL stands for, if any.
    static func kind(at url: CanonicalURL) -> SiteFileKind? {
        SiteFileKind.allCases.first { $0.path == url.pathAndQuery }
    }

    /// The site file that a capture of its path found.
    ///
    /// - Parameter origin: for which it speaks; a redirect elsewhere does not change that.
    static func of(_ capture: TakenCapture, _ name: SiteFileName, origin: Origin) -> SiteFile {
        let (outcome, reason) = meaning(of: capture)
        let body = outcome == .found ? cut(capture.body) : []
        let life = outcome == .unreachable ? retryAfter : lifetime
        return SiteFile(
            kind: name.kind, asked: name.asked, origin: origin, fetched: capture.fetched, hops: capture.hops,
            outcome: outcome, reason: reason, body: body, contentType: String(capture.mediaType.prefix(100)),
            isCut: outcome == .found && body.count < capture.body.count,
            expires: capture.fetched.adding(seconds: life))
    }

    /// A site file whose fetch brought no answer at all.
    static func unreachable(
        _ name: SiteFileName, origin: Origin, hops: [Hop], at fetched: Timestamp, reason: String
    ) -> SiteFile {
        SiteFile(
            kind: name.kind, asked: name.asked, origin: origin, fetched: fetched, hops: hops, outcome: .unreachable,
            reason: reason, expires: fetched.adding(seconds: retryAfter))
    }

    private static func meaning(of capture: TakenCapture) -> (SiteFileOutcome, String) {
        switch capture.status {
        case 200..<300:
            return capture.bodyState == .whole
                ? (.found, "") : (.unreachable, "the body is \(capture.bodyState.rawValue)")
        case 404, 410: return (.absent, "")
        case 429: return (.unreachable, "status 429: asked to slow down")
        case 400..<500: return (.refused, "status \(capture.status)")
        case 300..<400: return (.unreachable, "a redirect that was not followed to its end")
        default: return (.unreachable, "status \(capture.status)")
        }
    }

    /// Cut at a line's end, so that no rule is left half and thereby broader.
    private static func cut(_ body: [UInt8]) -> [UInt8] {
        guard body.count > maximumBytes else { return body }
        let head = body.prefix(maximumBytes)
        let end = head.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
        return Array(head.prefix(end))
    }
}
