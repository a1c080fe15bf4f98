internal import Glibc

extension PageScanner {
    /// Reads the attributes up to and with the tag's `>`; false if the page ends first.
    mutating func readAttributes(_ mask: inout UInt64, _ selfClosing: inout Bool) -> Bool {
        while true {
            while input < end, isHTMLSpace(input[0]) { input += 1 }
            guard input < end else { return false }
            switch input[0] {
            case UInt8(ascii: ">"):
                input += 1
                return true
            case UInt8(ascii: "/"):
                input += 1
                selfClosing = input < end && input[0] == UInt8(ascii: ">")
            default:
                guard readAttribute(&mask) else { return false }
            }
        }
    }

    private mutating func readAttribute(_ mask: inout UInt64) -> Bool {
        let name = input
        input += 1
        while input < end, !endsName(input[0]) { input += 1 }
        let stop = input
        while input < end, isHTMLSpace(input[0]) { input += 1 }
        guard input < end else { return false }
        guard input[0] == UInt8(ascii: "=") else {
            keep(name, stop, input, input, &mask)
            return true
        }
        input += 1
        while input < end, isHTMLSpace(input[0]) { input += 1 }
        guard input < end else { return false }
        let quote = input[0]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = input
            while input < end, !isHTMLSpace(input[0]), input[0] != UInt8(ascii: ">") { input += 1 }
            keep(name, stop, start, input, &mask)
            return true
        }
        guard let close = find(quote, from: input + 1) else { return false }
        keep(name, stop, input + 1, close, &mask)
        input = close + 1
        return true
    }

    @inline(__always)
    private func endsName(_ byte: UInt8) -> Bool {
        isHTMLSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }

    /// Keeps the value if the attribute is one that readers ask for; of several of one name the first counts.
    @inline(__always)
    private mutating func keep(
        _ name: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, _ from: UnsafePointer<UInt8>,
        _ to: UnsafePointer<UInt8>,
        _ mask: inout UInt64
    ) {
        guard stop - name <= 16 else { return }
        let value = attributeNames.value(NameTable.Key(name, count: stop - name))
        guard value != NameTable.missing, mask & (1 << UInt64(value)) == 0,
            let known = AttributeName(rawValue: UInt8(truncatingIfNeeded: value))
        else { return }
        mask |= 1 << UInt64(value)
        let first = bufferCount
        var last = to
        if to - from > limits.attribute {
            last = from + limits.attribute
            cut(at: from)
        }
        decode(from, last, inAttribute: true)
        attributes.append(PageReading.Attribute(name: known, start: Int32(first), count: Int32(bufferCount - first)))
    }

    private mutating func cut(at value: UnsafePointer<UInt8>) {
        stop(.attributeTooLong, at: offset(value))
    }
}
