internal import Foundation
internal import WebAddress

/// Finds the URL that the URL of a web archive, of a cache or of a service that passes pages on holds.
///
/// `https://web.archive.org/web/20200201000000id_/http://example.com/a` is a copy of `http://example.com/a`: an
/// objection to the one reaches the other. Source: Wayback URL forms, date read 2026-11-23; URL forms of AMP caches and of
/// translated pages, date read 2026-11-30. An address of another host is what it is, whatever stands in its path.
enum ArchivedURL {
    private static let hosts: Set<String> = [
        "wayback.archive.org", "web-beta.archive.org", "liveweb.archive.org", "swap.stanford.edu",
        "web.archive.bibalex.org", "webarchive.nla.gov.au", "webarchive.parliament.uk", "wayback.vefsafn.is",
        "wayback.nli.org.il", "timetravel.mementoweb.org", "ghostarchive.org", "webcitation.org",
        "www.webcitation.org", "conifer.rhizome.org", "r.jina.ai", "12ft.io", "translate.google.com",
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
        ("https:", "https://", false), ("http:", "http://", false),
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
        if let inner = cached(url) ?? translated(url) { return inner }
        guard hosts.contains(url.host) else { return nil }
        let path = url.pathAndQuery
        // What was escaped twice is so for whoever asks, and once for whoever answers.
        return named(in: path) ?? named(in: path.removingPercentEncoding ?? path) ?? asked(in: path) ?? dated(in: path)
    }

    /// The page that a search in a cache asks for without a scheme: `q=cache:example.com/a+words`.
    private static func asked(in path: String) -> CanonicalURL? {
        guard let mark = path.range(of: "q=cache:") else { return nil }
        let asked = path[mark.upperBound...].prefix { !"&+ ".contains($0) }
        // A mark of the cache's own may stand before the address.
        let name = asked.split(separator: ":").last ?? ""
        return name.contains(".") ? address("http://", String(name)) : nil
    }

    private static let ampHost = "cdn.ampproject.org"

    /// The page in a cache of AMP: `/c/s/example.com/a`, `/amp/s/example.com/a`; `s` stands for https.
    private static func cached(_ url: CanonicalURL) -> CanonicalURL? {
        let host = url.host
        let isCache = host == ampHost || host.hasSuffix("." + ampHost)
        guard isCache || host == "google.com" || host.hasPrefix("www.google.") else { return nil }
        var parts = url.pathAndQuery.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard let kind = parts.popFirst(), isCache ? ["c", "v", "i", "r"].contains(kind) : kind == "amp" else {
            return nil
        }
        let isSecure = parts.first == "s"
        if isSecure { parts = parts.dropFirst() }
        guard parts.first?.contains(".") == true else { return nil }
        return address(isSecure ? "https://" : "http://", parts.joined(separator: "/"))
    }

    /// The page that a translated one is made of: dots of its host are hyphens there, and hyphens two.
    private static func translated(_ url: CanonicalURL) -> CanonicalURL? {
        let end = ".translate.goog"
        guard url.host.hasSuffix(end) else { return nil }
        // No host has a space, which keeps the place of a hyphen while the others become dots.
        let name = url.host.dropLast(end.count).replacing("--", with: " ").replacing("-", with: ".")
        return address("https://", name.replacing(" ", with: "-") + url.pathAndQuery)
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
        guard
            let (beginning, end) = starts.min(by: { one, other in
                let (first, second) = (one.1 - one.0.text.utf8.count, other.1 - other.0.text.utf8.count)
                return (first, -one.0.text.utf8.count) < (second, -other.0.text.utf8.count)
            })
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

    /// Up to fourteen digits of a date and time, and perhaps a mark of two letters and `_`; a star for any.
    private static func isTime(_ segment: Substring) -> Bool {
        if segment == "*" { return true }
        let digits = segment.utf8.prefix { (0x30...0x39).contains($0) }.count
        let mark = segment.utf8.dropFirst(digits)
        return (1...14).contains(digits) && (mark.isEmpty || (mark.count == 3 && mark.last == UInt8(ascii: "_")))
    }

    /// The address that is meant by one with a user's name in it; nil for one without.
    static func withoutUser(_ text: String) -> CanonicalURL? {
        guard let mark = text.range(of: "://"), text[..<mark.lowerBound].allSatisfy(\.isLetter),
            text[mark.upperBound...].prefix(while: { !"/?#\\".contains($0) }).contains("@")
        else { return nil }
        return address(String(text[..<mark.upperBound]), String(text[mark.upperBound...]))
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
