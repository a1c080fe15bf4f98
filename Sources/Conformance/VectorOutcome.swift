/// What came of one row of a vector file.
public enum VectorOutcome: Hashable, Sendable {
    case passed
    /// The row says one thing and the code another.
    case failed(expected: String, got: String)
    /// The row is about something this program does not read; why.
    case skipped(String)
}
