/// The ASCII bytes that a component may not hold as they are. Bytes above 0x7E are always encoded.
///
/// Source: WHATWG URL Standard, section 1.3 "Percent-encoded bytes", read 2026-11-23.
struct PercentEncodeSet {
    private let low: UInt64
    private let high: UInt64

    static let control = PercentEncodeSet(nil, "")
    static let fragment = PercentEncodeSet(control, " \"<>`")
    static let query = PercentEncodeSet(control, " \"#<>")
    static let specialQuery = PercentEncodeSet(query, "'")
    static let path = PercentEncodeSet(query, "?^`{}")
    static let userinfo = PercentEncodeSet(path, "/:;=@[\\]|")

    private init(_ smaller: PercentEncodeSet?, _ more: StaticString) {
        var low = smaller?.low ?? 0xFFFF_FFFF
        var high = smaller?.high ?? 1 << 63
        more.withUTF8Buffer { bytes in
            for byte in bytes {
                if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
            }
        }
        (self.low, self.high) = (low, high)
    }

    @inline(__always) func contains(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return true }
        return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 != 0
    }

    /// Appends the bytes, those of the set as `%XX`.
    func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to out: inout [UInt8]) {
        let bytes = UnsafeBufferPointer(rebasing: bytes)
        var start = 0
        for index in 0..<bytes.count where contains(bytes[index]) {
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            PercentEncoding.append(bytes[index], to: &out)
            start = index + 1
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
}
