/// How a canonical URL is spelt inside a JSON string.
///
/// Of the characters JSON escapes, a canonical URL can hold only the backslash, in its query. Doubling every
/// backslash keeps prefixes prefixes, so that the index compares the bytes of the file as they stand.
enum JSONSpelling {
    static let backslash = UInt8(ascii: "\\")

    /// The bytes with every backslash doubled.
    static func applied(to bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        bytes.flatMap { $0 == backslash ? [backslash, backslash] : [$0] }
    }

    /// The text with every doubled backslash made single.
    static func undone(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            out.append(bytes[index])
            index += bytes[index] == backslash ? 2 : 1
        }
        return String(decoding: out, as: UTF8.self)
    }
}
