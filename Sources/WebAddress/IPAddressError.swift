/// Why a text is not an IP address or a range of them.
public struct IPAddressError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        case notAnAddress = "it is neither four decimal numbers with dots nor an IPv6 address"
        case badPrefix = "the part after the slash is not a prefix length from 0 to 32 (IPv4) or 128 (IPv6)"
        case hostBitsSet = "bits beyond the prefix are set; write the first address of the range"
    }

    public let code: Code
    /// The text as it was given, cut to its first 200 characters.
    public let input: String

    init(_ code: Code, input: String) {
        self.code = code
        self.input = String(input.prefix(200))
    }

    public var description: String { "\"\(input)\" is not an address or range: \(code.rawValue)" }
}
