/// Why a text is no identifier of the registry it names.
public struct IdentifierError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// Too long, too short, or of other characters than the registry gives out.
        case form
        /// Of the right form, but a digit is wrong: the check digit does not follow from the others.
        case check
    }

    public let code: Code
    public let scheme: IdentifierScheme
    /// As it was given, at most 200 characters of it.
    public let text: String
    public let reason: String

    init(_ code: Code, _ scheme: IdentifierScheme, _ text: String, _ reason: String) {
        (self.code, self.scheme, self.reason) = (code, scheme, reason)
        self.text = String(text.prefix(200))
    }

    public var description: String { "\"\(text)\" is no \(scheme.rawValue.uppercased()): \(reason)" }
}
