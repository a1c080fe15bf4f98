/// What is wrong in a file that a person wrote, and where.
public struct ConfigError: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    /// Counted from 1; 0 where the whole file is meant.
    public let line: Int
    /// The path of keys, `crawl.delay`; empty at the top.
    public let key: String
    public let problem: String

    public init(file: String, line: Int, key: String, problem: String) {
        self.file = file
        self.line = line
        self.key = key
        self.problem = problem
    }

    public var description: String {
        let place = line > 0 ? "\(file):\(line)" : file
        return key.isEmpty ? "\(place): \(problem)" : "\(place): \(key): \(problem)"
    }
}
