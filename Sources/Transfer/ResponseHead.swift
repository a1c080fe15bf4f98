/// The status line and the fields of one final response.
public struct ResponseHead: Hashable, Sendable {
    public let status: Int
    /// `HTTP/1.1`, as the status line says.
    public let version: String
    /// Every field line in the order received; repeated names stay apart, folded lines are joined by a space.
    public let fields: [HeaderField]
    /// Lines that are no field line. A reader of rights cannot know what they meant to say.
    public let unreadableLines: Int
    /// As received, from the status line to the empty line, with its line ends.
    public let bytes: [UInt8]

    public init(status: Int, version: String, fields: [HeaderField], unreadableLines: Int, bytes: [UInt8]) {
        self.status = status
        self.version = version
        self.fields = fields
        self.unreadableLines = unreadableLines
        self.bytes = bytes
    }

    /// The values of every line with this name, in order, the name compared without case.
    public func values(_ name: String) -> [String] {
        fields.filter { $0.isNamed(name) }.map(\.value)
    }

    /// The value of the first line with this name; nil if there is none.
    public func first(_ name: String) -> String? { fields.first { $0.isNamed(name) }?.value }
}
