internal import Glibc

/// Numbers in mapped bytes. Every reading tests its bounds, so that damage gives no answer and never a fault.
extension UnsafeBufferPointer<UInt8> {
    /// Four octets, little-endian.
    func word(at offset: Int) -> UInt32? {
        guard offset >= 0, offset <= count - 4, let base = baseAddress else { return nil }
        return UInt32(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt32.self))
    }

    /// Eight octets, little-endian.
    func long(at offset: Int) -> UInt64? {
        guard offset >= 0, offset <= count - 8, let base = baseAddress else { return nil }
        return UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
    }

    /// Seven bits an octet, the lowest first; moves the offset behind it.
    func varint(at offset: inout Int) -> Int? {
        var (value, shift) = (0, 0)
        while offset >= 0, offset < count, shift < 35 {
            let byte = self[offset]
            offset += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    /// What stands before the first octet of a value; all of it if there is none.
    func before(_ octet: UInt8) -> UnsafeBufferPointer<UInt8> {
        guard let base = baseAddress, let found = memchr(base, Int32(octet), count) else { return self }
        return UnsafeBufferPointer(start: base, count: UnsafeRawPointer(found) - UnsafeRawPointer(base))
    }

    /// What stands behind the first octet of a value; nil if there is none.
    func behind(_ octet: UInt8) -> UnsafeBufferPointer<UInt8>? {
        let head = before(octet).count
        guard head < count, let base = baseAddress else { return nil }
        return UnsafeBufferPointer(start: base + head + 1, count: count - head - 1)
    }

    func slice(_ start: Int, _ length: Int) -> UnsafeBufferPointer<UInt8>? {
        guard start >= 0, length >= 0, start <= count, length <= count - start else { return nil }
        return UnsafeBufferPointer(rebasing: self[start..<(start + length)])
    }
}

extension [UInt8] {
    /// Appends seven bits an octet, the lowest first.
    mutating func append(varint value: Int) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    /// Appends four octets, the highest first, which sort as the number does.
    mutating func append(bigEndian value: UInt32) {
        for shift: UInt32 in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}
