/// Why bytes are no RSL document.
public struct RSLFault: Error, Hashable, Sendable {
    public let reason: String
    /// Bytes of the document before the fault; 0 where no place can be named.
    public let offset: Int

    init(_ reason: String, at offset: Int = 0) {
        self.reason = reason
        self.offset = offset
    }
}
