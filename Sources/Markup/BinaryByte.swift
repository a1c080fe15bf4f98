/// Bytes that no text holds in any encoding that keeps ASCII.
public enum BinaryByte {
    /// Source: WHATWG MIME Sniffing, "binary data byte", read 2026-11-24; the escape character is text there.
    @inlinable
    public static func isBinary(_ byte: UInt8) -> Bool {
        byte < 0x09 || byte == 0x0B || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
    }
}
