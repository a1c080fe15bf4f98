/// Why a line of a part is not the row it should be.
public struct RowError: Error, Hashable, Sendable, CustomStringConvertible {
    public let format: String
    /// The key at fault; empty if the line as a whole is.
    public let key: String
    public let problem: String

    public init(format: String, key: String, problem: String) {
        self.format = format
        self.key = key
        self.problem = problem
    }

    public var description: String {
        "not a row of \(format)\(key.isEmpty ? "" : " at \(key)"): \(problem)"
    }
}
