/// Why a text is no key, or no key can be made.
public struct KeyError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// A name that is empty, or holds white space or `+`.
        case badName
        /// The text is not a key of the form due, or its parts do not fit each other.
        case badKey
    }

    public let code: Code
    /// What is wrong and what to do. A private key's text is never in it.
    public let reason: String

    public init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    public var description: String { reason }
}
