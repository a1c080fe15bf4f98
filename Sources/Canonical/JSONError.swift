/// Why bytes are not the JSON that was asked for.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    public let reason: String
    /// Bytes before the fault.
    public let offset: Int

    public init(_ reason: String, offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    public var description: String { "not valid JSON at byte \(offset): \(reason)" }
}
