/// Whether a host name mixes letters that look alike.
///
/// A label that holds letters of more than one of Latin, Greek and Cyrillic is one that a reader takes for another:
/// `раypal.com` begins with two Cyrillic letters. Scripts that do not resemble these may stand beside Latin, as in
/// Japanese names.
/// Source: UTS 39, section 5.1 "Mixed-Script Detection", narrowed to the scripts of its look-alikes, read 2026-11-24.
public enum HostScripts {
    /// - Parameter host: In ASCII, its labels in Punycode or plain.
    public static func isMixed(_ host: String) -> Bool {
        // Most names have no hyphen, and so no label in Punycode.
        host.utf8.contains(UInt8(ascii: "-"))
            && host.split(separator: ".").contains { label in
                guard label.hasPrefix("xn--"), let scalars = Punycode.decode(label.utf8.dropFirst(4)) else {
                    return false
                }
                return Set(scalars.compactMap(script)).count > 1
            }
    }

    private static func script(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: 0
        case 0x370...0x3FF, 0x1F00...0x1FFF: 1
        case 0x400...0x52F: 2
        default: nil
        }
    }
}
