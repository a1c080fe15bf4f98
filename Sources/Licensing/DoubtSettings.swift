public import Canonical

/// What a ruleset does where law and protocols leave room for doubt. The defaults are the strictest choice that
/// still admits anything.
///
/// `docs/formats/pack.md` explains each. All of them are part of the ruleset's digest.
public struct DoubtSettings: Hashable, Sendable {
    /// What a finding counts for.
    public enum Weight: String, CaseIterable, Hashable, Sendable {
        /// It is kept in the evidence and has no effect.
        case record
        /// It leaves the absence of a reservation in doubt.
        case hold
        /// It is a reservation.
        case deny
    }

    public enum OriginAbsence: String, CaseIterable, Hashable, Sendable {
        /// What a site said when an archive was made must be known.
        case require
        /// What it says at use suffices where nobody looked then.
        case accept = "accept_at_acquisition"
    }

    /// Seconds a site file may be old when a page is fetched. RFC 9309, section 2.4: 24 hours.
    public var siteFileAgeFetch: Int64 = 86_400
    /// Seconds the site evidence may be old when text enters a shard.
    public var siteEvidenceAgeUse: Int64 = 7 * 86_400
    /// Seconds a page's own signals may be old when its text enters a shard on a basis that rests on their absence.
    public var pageSignalAgeUse: Int64 = 90 * 86_400
    /// Seconds a registry snapshot may be old when a part is opened or sealed.
    public var registryAge: Int64 = 86_400
    public var archiveOriginAbsence = OriginAbsence.require
    /// `noarchive` in a robots meta or header: two large crawlers read it as "not for training".
    public var noarchive = Weight.deny
    /// `noindex` and `none` in a robots meta or header: no word on training, and a wish to stay out of collections.
    public var noindex = Weight.record
    /// `use=immediate` or `use=reference` of a Content-Signal, which caps what may be kept of the text.
    public var contentSignalUse = Weight.deny
    /// A robots.txt, header or meta that shuts out crawlers known to collect for training, but not ours.
    public var inferAIOptOut = Weight.deny
    /// A reservation in words, on the page or in the comments of robots.txt, which no two courts read alike.
    public var naturalLanguage = Weight.deny
    /// Whether an objection also bars a capture that was openly licensed before it took effect, and whether a protocol that
    /// refuses training leaves a licence beside it in doubt.
    public var honourOverOpenLicence = true
    /// From what containment on, in thousandths, a near-duplicate is a copy of the text objected to.
    public var nearCopyDeny = 800
    /// From what containment on it may be one.
    public var nearCopyHold = 400
    /// In how many places of 64 the sketches agree at least before a near-duplicate is more than a candidate.
    public var nearCopyPlaces = 24

    /// Whether a waiver (CC0) counts where nobody has looked for earlier copies of the text.
    public var waiverOrigin = OriginAbsence.require

    /// The list of infringing sources that gate HG2 asks.
    public var infringingList = ListDemand.require
    /// The orders of courts and regulators that gate HG6 asks.
    public var orderList = ListDemand.require
    /// The digests of illegal content that gate HG7 asks.
    public var illegalContentList = ListDemand.require

    public init() {}

    /// Whether a registry snapshot compiled at `asOf` may be used at `at`: not older than its age, not from later.
    public func isRegistryFresh(asOf: Timestamp, at: Timestamp) -> Bool {
        asOf <= at && at.seconds - asOf.seconds <= registryAge
    }

    /// The settings as an object, for their canonical bytes. Ages are in seconds.
    public var json: JSONValue {
        .object([
            .init("archive_origin_absence", .string(archiveOriginAbsence.rawValue)),
            .init("content_signal_use", .string(contentSignalUse.rawValue)),
            .init("honour_over_open_licence", .bool(honourOverOpenLicence)),
            .init("illegal_content_list", .string(illegalContentList.text)),
            .init("infer_ai_optout", .string(inferAIOptOut.rawValue)),
            .init("infringing_list", .string(infringingList.text)),
            .init("near_copy_deny", .integer(Int64(nearCopyDeny))),
            .init("near_copy_hold", .integer(Int64(nearCopyHold))),
            .init("near_copy_places", .integer(Int64(nearCopyPlaces))),
            .init("nl_reservation", .string(naturalLanguage.rawValue)),
            .init("noarchive", .string(noarchive.rawValue)),
            .init("noindex", .string(noindex.rawValue)),
            .init("order_list", .string(orderList.text)),
            .init("page_signal_age_use", .integer(pageSignalAgeUse)),
            .init("registry_age", .integer(registryAge)),
            .init("site_evidence_age_use", .integer(siteEvidenceAgeUse)),
            .init("site_file_age_fetch", .integer(siteFileAgeFetch)),
            .init("waiver_origin", .string(waiverOrigin == .require ? "require" : "accept")),
        ])
    }
}
