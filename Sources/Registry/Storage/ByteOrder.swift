internal import Glibc

/// Comparison of byte strings, shorter before longer where one begins the other.
enum ByteOrder {
    /// Negative, zero or positive as `left` sorts before, with or after `right`.
    static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        let shared = min(left.count, right.count)
        if shared > 0, let one = left.baseAddress, let other = right.baseAddress {
            let order = memcmp(one, other, shared)
            if order != 0 { return Int(order) }
        }
        return left.count - right.count
    }

    static func equal(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        left.count == right.count && compare(left, right) == 0
    }

    static func begins(_ text: UnsafeBufferPointer<UInt8>, with prefix: UnsafeBufferPointer<UInt8>) -> Bool {
        prefix.count <= text.count && equal(UnsafeBufferPointer(rebasing: text[..<prefix.count]), prefix)
    }
}
