/// What a signature is for: it binds the bytes signed to one use, so that none counts for another.
///
/// The bytes signed are `muniment/<type>/v1`, a line feed, and the message.
public struct SignatureContext: Hashable, Sendable {
    public let type: String

    /// - Parameter type: lower-case letters, digits and `-`, such as `notice` or `removal`.
    public init(_ type: StaticString) { self.type = "\(type)" }

    func bound(_ message: [UInt8]) -> [UInt8] { Array("muniment/\(type)/v1\n".utf8) + message }
}
