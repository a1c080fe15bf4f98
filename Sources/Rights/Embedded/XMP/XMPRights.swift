/// What the rights properties of XMP say of the file.
///
/// Source: XMP Specification Part 1, section 8.6 (`xmpRights`), and Creative Commons, "XMP"; read 2026-11-24.
public struct XMPRights: Hashable, Sendable {
    public enum Mark: String, Hashable, Sendable {
        case managed = "rights-managed"
        case publicDomain = "public-domain"
        case unknown
    }

    public let mark: Mark
    /// `Marked` as written, if it is no Boolean.
    public let unknownMark: String?
    public let webStatement: String?
    public let usageTerms: String?
    /// `dc:rights`, in the default language.
    public let rights: String?
    public let owners: [String]
    public let certificate: String?
    /// Every `cc:license`, as written.
    public let licences: [String]
    public let attributionName: String?
    public let attributionURL: String?
    /// Every text in which the file speaks of its rights in words, in all languages.
    let words: [String]

    public init(_ xmp: XMP) {
        let marks = xmp.all(XMPNames.marked).map { Self.mark($0.text) }
        mark = marks.contains(.managed) ? .managed : marks.contains(.publicDomain) ? .publicDomain : .unknown
        unknownMark = xmp.all(XMPNames.marked).map(\.text).first { !$0.isEmpty && Self.mark($0) == .unknown }
        webStatement = xmp.text(XMPNames.webStatement)
        usageTerms = xmp.text(XMPNames.usageTerms)
        rights = xmp.text(XMPNames.rights)
        owners = xmp.all(XMPNames.owner).flatMap(\.values).map(\.text).filter { !$0.isEmpty }
        certificate = xmp.text(XMPNames.certificate)
        licences = XMPNames.licences.flatMap(xmp.all).map(\.text).filter { !$0.isEmpty }
        attributionName = xmp.text(XMPNames.attributionName)
        attributionURL = xmp.text(XMPNames.attributionURL)
        words = (xmp.all(XMPNames.rights) + xmp.all(XMPNames.usageTerms)).flatMap(\.values).map(\.text)
    }

    private static func mark(_ text: String) -> Mark {
        switch ByteText.lowercased(text) {
        case "true", "1", "yes": .managed
        case "false", "0", "no": .publicDomain
        default: .unknown
        }
    }

    /// Whether the file is marked free of rights and claims them all the same.
    ///
    /// - Parameter licences: Knows the words that reserve all rights.
    public func isContradictory(_ licences: LicenceCatalogue) -> Bool {
        mark == .publicDomain && words.contains { Self.claimsCopyright($0, licences) }
    }

    /// Whether a text claims copyright or reserves rights.
    private static func claimsCopyright(_ text: String, _ licences: LicenceCatalogue) -> Bool {
        let bytes = Array(text.utf8)[...]
        if text.contains("©") || text.contains("℗") { return true }
        return licences.statements.reserves(text) || ByteText.contains(bytes, "copyright")
            || ByteText.contains(bytes, "(c)")
    }

    /// Whether a text limits the use in words that no open licence has.
    var isLimited: Bool {
        words.contains { text in
            ["non-commercial", "noncommercial", "non commercial", "editorial use"].contains {
                ByteText.contains(Array(text.utf8)[...], $0)
            }
        }
    }

    /// Whether a text reserves all rights.
    func isReserved(_ licences: LicenceCatalogue) -> Bool { words.contains(where: licences.statements.reserves) }
}
