/// The bytes between the quotes of a string, as they stand in a line. Valid as long as the line is.
public struct CanonicalSlice {
    public let bytes: UnsafeBufferPointer<UInt8>

    /// Whether an escape stands among them.
    let isEscaped: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, isEscaped: Bool = true) {
        (self.bytes, self.isEscaped) = (bytes, isEscaped)
    }

    /// The string they stand for.
    public var text: String {
        guard isEscaped, bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
        let quoted = [0x22] + Array(bytes) + [0x22]
        // A slice comes from a string whose escapes were read already.
        do { return try JSONReader.read(quoted).string ?? "" } catch { return "" }
    }

    public static func == (slice: CanonicalSlice, text: StaticString) -> Bool {
        text.utf8CodeUnitCount == slice.bytes.count
            && text.withUTF8Buffer { $0.elementsEqual(slice.bytes) }
    }

    public static func ~= (text: StaticString, slice: CanonicalSlice) -> Bool { slice == text }
}
