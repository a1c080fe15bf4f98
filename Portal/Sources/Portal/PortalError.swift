/// Why a portal cannot begin or cannot answer.
public struct PortalError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: Hashable, Sendable {
        /// A file the portal needs cannot be read, or is not what it must be.
        case cannotStart
        /// The log is not what its own signed heads say; nothing is signed any more.
        case damagedLog
    }

    public let code: Code
    /// What it happened to, and what to do.
    public let reason: String

    init(_ code: Code, _ reason: String) { (self.code, self.reason) = (code, reason) }

    public var description: String { reason }
}
