import Provenance
import WebAddress

@testable import Rights

/// RSL documents for tests.
enum RSLFixture {
    static let namespace = "https://rslstandard.org/rsl"

    /// A whole document of some contents.
    static func document(_ contents: String, _ attributes: String = "") -> String {
        "<rsl xmlns=\"\(namespace)\" \(attributes)>\(contents)</rsl>"
    }

    /// A content with some licences.
    static func content(_ licences: String, url: String = "/", _ attributes: String = "") -> String {
        "<content url=\"\(url)\" \(attributes)>\(licences)</content>"
    }

    /// A document of one content with one licence.
    static func licence(_ body: String, url: String = "/", _ attributes: String = "") -> String {
        document(content("<license>\(body)</license>", url: url, attributes))
    }

    static func permits(_ tokens: String, _ type: String = "usage") -> String {
        "<permits type=\"\(type)\">\(tokens)</permits>"
    }

    static func prohibits(_ tokens: String, _ type: String = "usage") -> String {
        "<prohibits type=\"\(type)\">\(tokens)</prohibits>"
    }

    static func parse(_ text: String) throws -> RSLDocument { try RSLDocument.parse(Array(text.utf8)) }

    static func outcome(
        _ text: String, _ usage: RSLUsage = .aiTrain, path: String = "/articles/x", user: String? = nil,
        geo: String? = nil, by association: RSLAssociation = .site
    ) throws -> RSLOutcome {
        let url = try CanonicalURL("https://ex.com" + path)
        let document: RSLDocument
        do { document = try parse(text) } catch { return .invalid }
        return document.finding(usage, url: url, by: association)
            .outcome(user: user.map { Set($0.split(separator: " ").map(String.init)) }, geo: geo)
    }
}
