public import Provenance
public import WebAddress

extension MatchKeys {
    /// The pages that an address of a web archive holds, which an objection to any of them reaches; most addresses hold none.
    public static func unwrapped(_ url: CanonicalURL) -> [CanonicalURL] { ArchivedURL.inside(url) }

    /// The keys that follow from addresses alone.
    static func of(
        url: CanonicalURL, hops: [Hop], declared: [CanonicalURL], suffixes: PublicSuffixList
    ) -> MatchKeys {
        var known: [CanonicalURL] = []
        for hop in hops {
            do throws(WebURLError) {
                let hop = try CanonicalURL(hop.url)
                if !known.contains(hop) { known.append(hop) }
            } catch {
                // A hop that is no http(s) URL was never asked, so it names nothing that was taken.
                continue
            }
        }
        if !known.contains(url) { known.append(url) }
        let unwrapped = (known + declared).flatMap(ArchivedURL.inside)
        let domains = (known + unwrapped).compactMap { suffixes.registrableDomain(of: $0.host) }
        return MatchKeys(
            hops: known, declared: declared, unwrapped: unwrapped, registrableDomains: Array(Set(domains)).sorted())
    }
}
