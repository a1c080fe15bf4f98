/// Bytes that no text holds in any encoding that keeps ASCII.
public enum BinaryByte {
    /// Source: WHATWG MIME Sniffing, "binary data byte", read 2026-11-24; the escape character is text there.
    @inlinable
    public static func isBinary(_ byte: UInt8) -> Bool {
        byte < 0x09 || byte == 0x0B || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
    }

    /// How many of the bytes are binary. Runs over every page, so it is written for the compiler to do many at once: no
    /// branch, and sums of a byte over blocks that cannot overflow one.
    public static func count(in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            var (count, at) = (0, 0)
            while at < bytes.count {
                let end = min(bytes.count, at &+ 128)
                var sum: UInt8 = 0
                for place in at..<end { sum &+= mark(start[place]) }
                count &+= Int(sum)
                at = end
            }
            return count
        }
    }

    /// 1 for a binary byte, else 0; each subtraction turns a range into a comparison.
    @inline(__always)
    private static func mark(_ byte: UInt8) -> UInt8 {
        (byte < 0x09 ? 1 : 0) | (byte == 0x0B ? 1 : 0) | (byte &- 0x0E < 0x0D ? 1 : 0) | (byte &- 0x1C < 0x04 ? 1 : 0)
    }
}
