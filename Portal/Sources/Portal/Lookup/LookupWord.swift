internal import Canonical
internal import Jobs
internal import Provenance
internal import WebAddress

/// What somebody asks about: the address of a page, a host or domain, or an identifier of a work.
struct LookupWord: Sendable {
    enum Meaning: Sendable {
        case page(CanonicalURL)
        /// With the address of its first page.
        case host(CanonicalURL)
        case identifier
        case nothing
    }

    static let longest = 2000
    let text: String
    let meaning: Meaning

    /// - Throws: ``Refusal`` `badRequest` for a word that is too long.
    init(_ text: String) throws(Refusal) {
        guard text.unicodeScalars.count <= Self.longest else {
            throw .badRequest("q: \(Self.longest) letters are the most")
        }
        self.text = Substring(text).trimmed
        meaning = Self.meaning(self.text)
    }

    private static func meaning(_ text: String) -> Meaning {
        if text.isEmpty { return .nothing }
        do throws(WebURLError) {
            if text.contains("://") { return .page(try CanonicalURL(text)) }
            if Digest(text) != nil { return .identifier }
            // A host has no colon but before a port; doi:, isbn: and the like have one.
            if text.contains(":") || text.contains("@") || text.contains(where: \.isWhitespace) { return .identifier }
            // example.com/page is an address whose scheme was left out.
            if text.contains("/") { return .page(try CanonicalURL("https://\(text)")) }
            return .host(try CanonicalURL("https://\(text)/"))
        } catch {
            return .nothing
        }
    }

    /// As the registry and runs are asked.
    var canonical: String {
        switch meaning {
        case .page(let url): url.text
        case .host(let url): url.host
        case .identifier, .nothing: text
        }
    }

    /// The pages inside an address of a web archive, which an objection reaches there, too.
    var held: [CanonicalURL] {
        if case .page(let url) = meaning { MatchKeys.unwrapped(url) } else { [] }
    }

    var isNothing: Bool { if case .nothing = meaning { true } else { false } }
}
