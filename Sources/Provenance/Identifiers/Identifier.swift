/// A work or party as a public registry names it: well formed, its check digit right, in its one form.
///
/// Two identifiers are equal if and only if they name the same. A check digit that is wrong is an error and never a
/// different work: it is a slip of the pen, and somebody else's work may stand there.
///
/// Source: ISO 2108, 3297, 3901, 15707, 24138, 26324, 27729; the DOI Handbook, 2.4 (no letter case); "Structure of the
/// ORCID Identifier"; licensing bases 2(c), "Identifiers" (read 2026-11-30). Of an ISBN of ten digits the one of
/// thirteen is kept, which names the same book.
public struct Identifier: Hashable, Sendable, CustomStringConvertible {
    public let scheme: IdentifierScheme
    /// Without spaces and marks, but for those that belong to it: `9780306406157`, `0000-0002-1825-0097`,
    /// `0317-8471`, `T0345246801`, `10.1000/182`, `KACT4EBWK27737D2AYCJRAL5Z36G76RFRMO4554RU26HZ4ORJGIVHDI`.
    public let value: String

    /// Reads an identifier of a registry that is known, with or without its name: `978-0-306-40615-7`,
    /// `ISBN 0-306-40615-2`, `https://doi.org/10.1000/182`.
    ///
    /// - Throws: ``IdentifierError`` that says what is wrong with it.
    public init(_ scheme: IdentifierScheme, _ text: String) throws(IdentifierError) {
        guard text.utf8.count <= Self.longest else {
            throw IdentifierError(.form, scheme, text, "\(Self.longest) octets are the most that are read")
        }
        let given = IdentifierText(text, scheme)
        self.scheme = scheme
        value =
            switch scheme {
            case .doi: try given.doi()
            case .ipi: try given.ipi()
            case .isbn: try given.isbn()
            case .iscc: try given.iscc()
            case .isni: try given.isni()
            case .isrc: try given.isrc()
            case .issn: try given.issn()
            case .iswc: try given.iswc()
            case .orcid: try given.orcid()
            }
    }

    /// Reads a text that names its registry, as `isbn:978-0-306-40615-7` or `https://orcid.org/0000-0002-1825-0097`.
    ///
    /// - Returns: Nil for a text that names no registry: it is something else, and no error.
    /// - Throws: ``IdentifierError`` for one that names a registry and is no identifier of it.
    public static func named(_ text: String) throws(IdentifierError) -> Identifier? {
        // There is a colon in every name, and most texts have none.
        guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
        guard let name = names.first(where: { begins(text, with: $0.bytes) }) else { return nil }
        return try Identifier(name.scheme, text)
    }

    /// All names of all registries as bytes: most texts asked about are addresses of something else.
    private static let names = IdentifierScheme.allCases.flatMap { scheme in
        scheme.names.map { (scheme: scheme, bytes: Array($0.utf8)) }
    }

    /// - Parameter name: In small letters of ASCII.
    private static func begins(_ text: String, with name: [UInt8]) -> Bool {
        var place = 0
        for byte in text.utf8 {
            guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == name[place] else { return false }
            place += 1
            if place == name.count { return true }
        }
        return false
    }

    /// With the name of its registry: `isbn:9780306406157`. The form it is stored and matched in.
    public var text: String { scheme.rawValue + ":" + value }
    public var description: String { text }

    /// Longer texts are not looked at.
    private static let longest = 2048
}
