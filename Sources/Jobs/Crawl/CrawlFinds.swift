internal import Canonical
internal import Frontier
internal import Provenance
internal import Rights
internal import Shards
internal import WebAddress

/// The URLs that one outcome leads to, as far as the crawl's scope takes them.
struct CrawlFinds {
    private let settings: CrawlSettings
    private let inputs: InputSet
    private(set) var urls: [FoundURL] = []
    private(set) var notes: [String: String] = [:]

    init(settings: CrawlSettings, inputs: InputSet) {
        self.settings = settings
        self.inputs = inputs
    }

    /// - Parameter vouchers: which origins' robots.txt named which sitemap; grows with every robots.txt seen, and is kept in
    ///   the notes.
    mutating func take(_ outcome: PageOutcome, vouchers: inout [String: Set<Origin>]) {
        for file in outcome.newSiteFiles where file.kind == .robots { takeRobots(file, &vouchers) }
        let lease = outcome.lease
        if let (target, hops) = outcome.redirect { takeRedirect(target, hops, from: lease) }
        if !outcome.links.isEmpty, !isNofollow(outcome) {
            for link in outcome.links { takeLink(link, from: lease) }
        }
        for url in outcome.listedSitemaps where url.host == lease.host { addSitemap(url, depth: lease.depth + 1) }
        for url in outcome.listed where mayList(lease.url, url, vouchers) && settings.scope.contains(url) {
            urls.append(FoundURL(url: url, depth: 0, priority: 50, foundOn: lease.id))
        }
    }

    /// Sitemaps that a robots.txt names are read if they are in scope.
    private mutating func takeRobots(_ file: SiteFile, _ vouchers: inout [String: Set<Origin>]) {
        guard file.outcome == .found else { return }
        for text in RobotsFile.parse(file.body).sitemaps {
            do throws(WebURLError) {
                let url = try CanonicalURL(text, base: file.origin.resolve("/robots.txt"))
                vouchers[url.text, default: []].insert(file.origin)
                notes[CrawlNotes.voucherKey(url, file.origin)] = "1"
                addSitemap(url, depth: 0)
            } catch {
                // A sitemap line that names no URL leads nowhere.
                continue
            }
        }
    }

    private mutating func addSitemap(_ url: CanonicalURL, depth: Int) {
        guard settings.scope.contains(url) else { return }
        urls.append(FoundURL(url: url, depth: depth, priority: 1))
        notes[CrawlNotes.sitemapKey(url)] = url.host
    }

    /// A sitemap speaks for its own host; for another only if that host's robots.txt names it.
    private func mayList(_ sitemap: CanonicalURL, _ url: CanonicalURL, _ vouchers: [String: Set<Origin>]) -> Bool {
        url.host == sitemap.host || vouchers[sitemap.text]?.contains(url.origin) ?? false
    }

    private mutating func takeRedirect(_ target: CanonicalURL, _ hops: [Hop], from lease: Lease) {
        guard settings.scope.contains(target), hops.count <= SiteFile.maximumRedirects,
            !hops.contains(where: { $0.url == target.text })
        else { return }
        urls.append(FoundURL(url: target, depth: lease.depth, priority: lease.priority, foundOn: lease.id))
        notes[CrawlNotes.viaKey(target)] = CrawlNotes.text(hops)
    }

    private mutating func takeLink(_ text: String, from lease: Lease) {
        do throws(WebURLError) {
            let url = try CanonicalURL(text)
            guard settings.scope.contains(url), SiteFile.kind(at: url) == nil else { return }
            urls.append(FoundURL(url: url, depth: lease.depth + 1, foundOn: lease.id))
        } catch {
            return
        }
    }

    /// A page that asks crawlers not to follow its links is taken at its word.
    private func isNofollow(_ outcome: PageOutcome) -> Bool {
        outcome.row?.considered.signals.contains { signal in
            (signal.source == .metaRobots || signal.source == .xRobotsTag) && signal.isTaken
                && signal.conditions.contains { $0 == "nofollow" || $0 == "none" }
        } ?? false
    }
}
