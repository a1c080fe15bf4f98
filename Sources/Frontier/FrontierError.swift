/// What the frontier could not do. Nothing of the change asked for was kept.
public struct FrontierError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, CaseIterable, Hashable, Sendable {
        /// The store could not be opened, read or written (SQLite's words follow).
        case store
        /// The store was written by a newer version of this program.
        case tooNew
        /// A row that the store should never hold.
        case damaged
        /// A change that contradicts what is stored, such as a segment that shrinks.
        case contradiction
    }

    public let code: Code
    /// The file, URL, host or segment it happened to.
    public let subject: String
    public let words: String

    public init(_ code: Code, subject: String, words: String) {
        self.code = code
        self.subject = subject
        self.words = words
    }

    public var description: String { "\(subject): \(code.rawValue): \(words)\(advice)" }

    private var advice: String {
        switch code {
        case .store: "; see that the disk is not full and the folder can be written"
        case .tooNew: "; continue this run with the version that wrote it, or newer"
        case .damaged, .contradiction: "; keep a copy of the folder and report this"
        }
    }
}
