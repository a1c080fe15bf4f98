/// Why a command did not do what was asked, or what it found. Its kind is the exit code.
public struct JobError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the exit code tells.
    public enum Kind: Int32, Hashable, Sendable {
        /// It ran, and what it was asked to look for is not there, or something is damaged.
        case finding = 1
        /// The user asked for something that cannot be: flags, settings, a place or a format that cannot be meant.
        case usage = 2
        /// It could not run, or not to its end: a file that is not there or broken, a registry unfit, a full disk.
        case couldNotRun = 3
        /// A signal or its time ended it, and work remains.
        case stopped = 4
    }

    public let kind: Kind
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var exitCode: Int32 { kind.rawValue }

    public var description: String { message }
}
