/// One thing that is wrong with an output.
public struct AuditFault: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as a word that programs may rely on.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A file that must be there is not.
        case missing
        /// A file that nothing in the output accounts for.
        case foreign
        /// A file that cannot be read, or not to its end.
        case unreadable
        /// Bytes that are not those that were sealed, or not the one form they can have.
        case changed
        /// Rows or groups of rows that do not add up.
        case count
        /// A row that is not of its format.
        case row
        /// A document without its evidence, an admitted row without its document, or one that says what the other does not.
        case join
        /// A digest that names something else than what is there.
        case digest
        /// A format, or a reading, of another version than this program knows.
        case version
        /// A key, checkpoint or proof that does not fit.
        case anchor
        /// A signature of a key that is told to be compromised, which nobody outside has seen before that.
        case untrusted
    }

    /// Below the output folder.
    public let file: String
    public let kind: Kind
    public let problem: String

    public var description: String { "\(file): \(problem) [\(kind.rawValue)]" }
}
