/// Why a text is not a URL, or a URL has no canonical form.
public struct WebURLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong, to switch on.
    public enum Code: String, Error, Hashable, Sendable, CaseIterable {
        case relativeWithoutBase = "it is relative, and there is no base URL it could be resolved against"
        case emptyHost = "it names no host"
        case forbiddenHostCharacter = "its host contains a character that no host may contain"
        case badInternationalHost = "its host is not a valid internationalised domain name (UTS 46)"
        case badIPv4Host = "its host ends in a number but is not an IPv4 address"
        case badIPv6Host = "its host is bracketed but is not an IPv6 address"
        case badPort = "its port is not a number from 0 to 65535"
        case tooLong = "it is longer than 1 MiB"
        case notWeb = "its scheme is neither http nor https"
        case userinfo = "it carries a user name or password, so it is a capability and not an address"
        case unresolvableHost = "its host has an empty label, or is longer than DNS allows"
        case notOrigin = "it is more than scheme, host and port"
    }

    public let code: Code
    /// The text as it was given, cut to its first 200 characters.
    public let input: String

    public init(_ code: Code, input: String) {
        self.code = code
        self.input = String(input.prefix(200))
    }

    public var description: String {
        "\"\(input)\" cannot be used as a URL: \(code.rawValue)"
    }
}
