/// `%XX`: writing and reading one escape.
enum PercentEncoding {
    static func append(_ byte: UInt8, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "%"))
        out.append(ASCII.hexDigits[Int(byte >> 4)])
        out.append(ASCII.hexDigits[Int(byte & 15)])
    }

    /// The byte that the escape at `index` stands for, or nil if there is no whole escape.
    @inline(__always)
    static func value(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
        guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%") else { return nil }
        guard let high = ASCII.hexValue(bytes[index + 1]), let low = ASCII.hexValue(bytes[index + 2]) else {
            return nil
        }
        return high << 4 | low
    }

    /// Every whole escape decoded, the rest as it is.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let value = value(in: bytes, at: index) {
                decoded.append(value)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }
}
