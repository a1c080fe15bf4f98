internal import Provenance

extension SiteFile {
    /// The file as it counts in an input of which a part could not be read: that may have held a later one.
    ///
    /// What it refuses stays; what it permits, or says by its absence, is unknown.
    var besideUnread: SiteFile {
        SiteFile(
            kind: kind, asked: asked, origin: origin, fetched: fetched, hops: hops,
            outcome: outcome == .found ? .found : .unreachable,
            reason: "a record of the input could not be read, and may be a later capture", body: body,
            contentType: contentType, isCut: outcome == .found, expires: expires)
    }
}
