public import WebAddress

/// A mail address that a message may be sent to: a plain local part, and a domain in its one form.
///
/// Quoted local parts, comments and address literals are not taken: nothing in it could end a line of a message, or of
/// SMTP. Source: RFC 5321, section 4.1.2, `Dot-string`, and RFC 5322, section 3.2.3, read 2026-11-30.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    /// What stands before the `@`, as written.
    public let box: String
    /// In small letters, an internationalised name as `xn--…`.
    public let domain: String

    /// - Returns: Nil for what is no such address.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isDotString(parts[0]), parts[1].contains("."),
            case .success(let host) = ObjectionScope.host(String(parts[1])), IPAddress(host: host) == nil
        else { return nil }
        (box, domain) = (String(parts[0]), host)
    }

    public var description: String { "\(box)@\(domain)" }

    /// The registrable domain it lies under; its domain where that has none.
    func site(_ suffixes: PublicSuffixList) -> String { suffixes.registrableDomain(of: domain) ?? domain }

    private static func isDotString(_ text: Substring) -> Bool {
        let atoms = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...64).contains(text.utf8.count) && atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAtomByte) }
    }

    private static func isAtomByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }
}
