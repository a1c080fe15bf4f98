internal import Foundation
internal import WebAddress

/// Finds the URL that a web archive's URL holds.
///
/// `https://web.archive.org/web/20200201000000id_/http://example.com/a` is a copy of `http://example.com/a`: an
/// objection to the one reaches the other. Source: Wayback URL forms, date read 2026-11-23.
enum ArchivedURL {
    private static let hosts: Set<String> = [
        "web.archive.org", "archive.org", "www.archive.org", "wayback.archive-it.org",
        "webarchive.nationalarchives.gov.uk", "arquivo.pt", "www.webarchive.org.uk", "web.archive.org.au",
        "webarchive.loc.gov", "perma.cc", "archive.ph", "archive.today", "archive.is", "archive.li", "archive.fo",
        "archive.md", "archive.vn", "webcache.googleusercontent.com",
    ]

    /// An archive in an archive in an archive is no page that anybody made.
    private static let depth = 8

    /// What stands before a time in a path.
    private static let collections: Set<Substring> = ["web", "wayback", "all"]

    /// How the URL inside may begin, in small letters, and whether all of it is escaped then. Some archives fold the two slashes
    /// into one.
    private static let beginnings: [(text: String, scheme: String, isEscaped: Bool)] = [
        ("https:/", "https://", false), ("http:/", "http://", false),
        ("https%3a", "https://", true), ("http%3a", "http://", true),
    ]

    /// The URLs inside, from the outermost in: an archive may hold the page of another archive.
    static func inside(_ url: CanonicalURL) -> [CanonicalURL] {
        var found: [CanonicalURL] = []
        var outer = url
        while found.count < depth, let inner = held(in: outer), !found.contains(inner) {
            found.append(inner)
            outer = inner
        }
        return found
    }

    private static func held(in url: CanonicalURL) -> CanonicalURL? {
        guard hosts.contains(url.host) else { return nil }
        return named(in: url.pathAndQuery) ?? dated(in: url.pathAndQuery)
    }

    /// The URL that begins first: behind it others may stand in its query.
    private static func named(in path: String) -> CanonicalURL? {
        let small = path.lowercased()
        let starts = beginnings.compactMap { beginning in
            small.range(of: beginning.text).map {
                (beginning, small.utf8.distance(from: small.startIndex, to: $0.upperBound))
            }
        }
        // A longer beginning ends later and not earlier, so what begins first is told by where it begins.
        guard let (beginning, end) = starts.min(by: { $0.1 - $0.0.text.utf8.count < $1.1 - $1.0.text.utf8.count })
        else {
            return nil
        }
        let rest = String(decoding: Array(path.utf8.dropFirst(end)), as: UTF8.self)
        return address(beginning.scheme, beginning.isEscaped ? rest.removingPercentEncoding ?? rest : rest)
    }

    /// The URL behind a time, for which archives do without a scheme: `/web/2020/example.com/a`, `/2020/example.com/a`.
    private static func dated(in path: String) -> CanonicalURL? {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let time = segments.firstIndex(where: isTime), time == 1 || collections.contains(segments[time - 1]),
            segments[(time + 1)...].first?.contains(".") == true
        else { return nil }
        return address("http://", segments[(time + 1)...].joined(separator: "/"))
    }

    /// Four to fourteen digits of a date and time, and perhaps a mark of two letters and `_`.
    private static func isTime(_ segment: Substring) -> Bool {
        let digits = segment.utf8.prefix { (0x30...0x39).contains($0) }.count
        let mark = segment.utf8.dropFirst(digits)
        return (4...14).contains(digits) && (mark.isEmpty || (mark.count == 3 && mark.last == UInt8(ascii: "_")))
    }

    /// A name and password before the host, which no page is known by, are left away.
    private static func address(_ scheme: String, _ rest: String) -> CanonicalURL? {
        let text = rest.drop { $0 == "/" }
        let authority = text.prefix { !"/?#\\".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        do throws(WebURLError) { return try CanonicalURL(scheme + host + text.dropFirst(authority.count)) } catch {
            return nil
        }
    }
}
