internal import Foundation
internal import WebAddress

/// Finds the URL that a web archive's URL holds.
///
/// `https://web.archive.org/web/20200201000000id_/http://example.com/a` is a copy of `http://example.com/a`: an
/// objection to the one reaches the other. Source: Wayback URL forms, date read 2026-11-23.
enum ArchivedURL {
    private static let hosts: Set<String> = [
        "web.archive.org", "archive.org", "wayback.archive-it.org", "webarchive.nationalarchives.gov.uk",
        "arquivo.pt", "www.webarchive.org.uk", "web.archive.org.au", "webarchive.loc.gov", "perma.cc", "archive.ph",
        "archive.today", "archive.is", "archive.li", "webcache.googleusercontent.com",
    ]

    static func inside(_ url: CanonicalURL) -> CanonicalURL? {
        guard hosts.contains(url.host) else { return nil }
        let path = url.pathAndQuery
        for scheme in ["https:/", "http:/"] {
            guard let range = path.range(of: scheme) else { continue }
            // Some archives fold the two slashes into one.
            let rest = path[range.upperBound...].drop { $0 == "/" }
            do throws(WebURLError) { return try CanonicalURL(scheme + "/" + rest) } catch { return nil }
        }
        return nil
    }
}
