/// Why a record's block is not read as an HTTP response.
public struct HTTPMessageError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// The block has no bytes.
        case empty
        /// The first line is no HTTP status line.
        case noStatusLine
        /// The status line has no three-digit status code.
        case badStatus
    }

    public let code: Code
    /// The first line as found, at most 80 characters.
    public let line: String

    public var description: String {
        switch code {
        case .empty: "no HTTP response: the block is empty"
        case .noStatusLine: "no HTTP response: it begins with `\(line)`, not with a status line"
        case .badStatus: "an HTTP status line without a three-digit status: `\(line)`"
        }
    }
}
