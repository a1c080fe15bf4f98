/// Why a job could not start or go on. Findings are not errors.
public struct JobError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the exit code tells.
    public enum Kind: Hashable, Sendable {
        /// 2: the user asked for something that cannot be.
        case usage
        /// 3: it could not run, or not to its end.
        case couldNotRun
    }

    public let kind: Kind
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }
}
