/// Why a log, a key, a note or a proof cannot be used.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: Hashable, Sendable {
        /// A key's text is none, or not of the kind that is due.
        case badKey
        /// A note's or checkpoint's text is not of its form.
        case badNote
        /// No signature of a key that is known is on it, or one is not over it.
        case badSignature
        /// A proof does not lead to its root.
        case badProof
        /// A log's files are not what its own entries make them.
        case damaged
        /// A file cannot be read or written.
        case storage
    }

    public let code: Code
    /// The file or thing it happened to.
    public let subject: String
    /// What is wrong, and what to do.
    public let problem: String

    public init(_ code: Code, _ subject: String, _ problem: String) {
        self.code = code
        self.subject = subject
        self.problem = problem
    }

    public var description: String { subject.isEmpty ? problem : "\(subject): \(problem)" }
}
