/// On which line each value of a JSON text begins.
///
/// For messages about files that people write; what is read by programs alone has no use for it.
enum JSONLines {
    /// Lines counted from 1, of values in the order they stand: a list or an object before what it holds, and no keys.
    ///
    /// - Parameter bytes: JSON that was read without a fault.
    static func values(in bytes: [UInt8]) -> [Int32] {
        var walk = Walk(bytes: bytes)
        while walk.step() {}
        return walk.lines
    }

    /// The line of an octet, counted from 1.
    static func line(at offset: Int, in bytes: [UInt8]) -> Int {
        bytes.prefix(max(0, offset)).reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    }

    private struct Walk {
        let bytes: [UInt8]
        var lines: [Int32] = []
        private var at = 0
        private var line: Int32 = 1
        /// Of each list and object that is open, whether it is an object.
        private var open: [Bool] = []
        private var isKeyDue = false

        init(bytes: [UInt8]) { self.bytes = bytes }

        /// Takes one token or one octet of white space; false at the end.
        mutating func step() -> Bool {
            guard at < bytes.count else { return false }
            let byte = bytes[at]
            at += 1
            switch byte {
            case 0x0A: line += 1
            case 0x09, 0x0D, 0x20: break
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                lines.append(line)
                isKeyDue = byte == UInt8(ascii: "{")
                open.append(isKeyDue)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
            case UInt8(ascii: ","): isKeyDue = open.last ?? false
            case UInt8(ascii: ":"): isKeyDue = false
            case UInt8(ascii: "\""):
                if !isKeyDue { lines.append(line) }
                passText()
            default:
                lines.append(line)
                passWord()
            }
            return true
        }

        private mutating func passText() {
            while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
            at += 1
        }

        /// A number, or `true`, `false`, `null`.
        private mutating func passWord() {
            while at < bytes.count, bytes[at] > 0x20, ![0x2C, 0x5D, 0x7D].contains(bytes[at]) { at += 1 }
        }
    }
}
