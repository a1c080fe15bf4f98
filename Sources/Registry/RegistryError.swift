/// Why objections cannot be compiled, or bytes are no snapshot.
///
/// Nothing is ever skipped: one bad line and there is no snapshot.
public struct RegistryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong, to switch on.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A line is not one JSON object.
        case notJSON
        case unknownKey
        case missingKey
        case badValue
        /// The scope cannot be brought to the form that captures are matched by, or is wider than an objection may be.
        case badScope
        /// Two objections carry one id.
        case duplicate
        case badPublicSuffixList
        /// The bytes are not those a compile wrote.
        case damagedSnapshot
        /// A snapshot, but of a format this build does not read.
        case unknownFormat
        /// The file system did not do what was asked.
        case storage
        /// What was asked for is not in the registry.
        case notFound
        /// The life of an objection or notice does not allow what was asked.
        case notAllowed
        /// The log of the registry is not as it was written.
        case damagedLog
    }

    public let code: Code
    /// The file as the caller named it; `snapshot` for a snapshot's own bytes.
    public let file: String
    /// 1-based; nil when the file as a whole is at fault.
    public let line: Int?
    /// The JSON key at fault, `scope.value` for a nested one; empty if none is.
    public let key: String
    /// What is wrong and what to do.
    public let reason: String

    public init(_ code: Code, file: String, line: Int? = nil, key: String = "", reason: String) {
        self.code = code
        self.file = file
        self.line = line
        self.key = key
        self.reason = reason
    }

    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return key.isEmpty ? "\(place): \(reason)" : "\(place): \(key): \(reason)"
    }
}
