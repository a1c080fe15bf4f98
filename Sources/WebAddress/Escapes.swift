/// Percent-escapes in their one canonical spelling.
///
/// Source: RFC 3986, sections 2.3, 6.2.2.1 and 6.2.2.2, read 2026-11-23.
enum Escapes {
    /// Decodes escapes of unreserved characters and writes all others with upper-case digits.
    ///
    /// A percent sign that begins no escape stays as it is, and an escape within two bytes of it stays encoded:
    /// decoded, it could make a new escape of the two (`%%341` must not become `%41`), and the result would not be
    /// stable.
    static func normalise(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        var strayEnd = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%") else {
                out.append(bytes[index])
                index += 1
                continue
            }
            guard let value = PercentEncoding.value(in: bytes, at: index) else {
                out.append(bytes[index])
                strayEnd = out.count + 2
                index += 1
                continue
            }
            if ASCII.isUnreserved(value), out.count >= strayEnd {
                out.append(value)
            } else {
                PercentEncoding.append(value, to: &out)
            }
            index += 3
        }
    }

    static func normalised(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var text = text
        var out: [UInt8] = []
        text.withUTF8 { normalise($0, into: &out) }
        return String(decoding: out, as: UTF8.self)
    }
}
