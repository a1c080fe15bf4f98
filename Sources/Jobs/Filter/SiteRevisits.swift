internal import WebAddress

/// The revisits of site files in an input, and the payloads of these files that stand in it.
///
/// A revisit says that a file was found as it had been before. Where its payload is the only one at hand nothing is
/// missing; else a later, stricter file may be the one that was found again.
struct SiteRevisits {
    private var payloads: [CanonicalURL: Set<String>] = [:]
    private var revisits: [CanonicalURL: Set<String>] = [:]

    /// - Parameter digest: As the record states it; empty if it states none.
    mutating func add(_ url: CanonicalURL, payload digest: String) { payloads[url, default: []].insert(digest) }

    mutating func add(_ url: CanonicalURL, revisit digest: String) { revisits[url, default: []].insert(digest) }

    /// Whether every revisit is one of the only payload of its file in the input.
    var areAtHand: Bool {
        revisits.allSatisfy { url, digests in !digests.contains("") && digests == payloads[url] }
    }
}
