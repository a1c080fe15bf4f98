internal import Glibc

/// Finds and takes apart the head of a WARC record or an HTTP message: a first line, fields, an empty line.
enum HeadParser {
    /// Length of the head with its empty line, or nil if the empty line is not among `bytes`.
    ///
    /// Lines end in CRLF or in LF alone; `from` lets a caller go on where an earlier look ended.
    static func end(of bytes: UnsafeRawBufferPointer, from: Int = 0) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var index = from
        while index < bytes.count, let found = memchr(base + index, 0x0A, bytes.count - index) {
            let next = UnsafeRawPointer(found) - base + 1
            if next < bytes.count && bytes[next] == 0x0A { return next + 1 }
            if next + 1 < bytes.count && bytes[next] == 0x0D && bytes[next + 1] == 0x0A { return next + 2 }
            index = next
        }
        return nil
    }

    /// Where the first line ends, without its line break.
    static func firstLine(_ bytes: UnsafeRawBufferPointer) -> Range<Int> {
        trimmed(bytes, 0..<lineEnd(bytes, 0))
    }

    /// The fields of a head that `bytes` holds whole, first line included.
    static func fields(_ bytes: UnsafeRawBufferPointer) -> HeaderFields {
        var fields: [HeaderFields.Field] = []
        fields.reserveCapacity(16)
        var malformed = 0
        var start = lineEnd(bytes, 0) + 1
        while start < bytes.count {
            let end = lineEnd(bytes, start)
            add(bytes, start..<end, to: &fields, &malformed)
            start = end + 1
        }
        return HeaderFields(bytes: Array(bytes), fields: fields, malformedLines: malformed)
    }

    private static func add(
        _ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, to fields: inout [HeaderFields.Field],
        _ malformed: inout Int
    ) {
        let text = trimmed(bytes, line)
        if text.isEmpty { return }
        if isSpace(bytes[line.lowerBound]) && !fields.isEmpty {
            let last = fields.count - 1
            let start = fields[last].value.isEmpty ? Int32(text.lowerBound) : fields[last].value.lowerBound
            fields[last].folded = fields[last].folded || !fields[last].value.isEmpty
            fields[last].value = start..<Int32(text.upperBound)
            return
        }
        guard let base = bytes.baseAddress, let found = memchr(base + text.lowerBound, 0x3A, text.count) else {
            malformed += 1
            return
        }
        let colon = UnsafeRawPointer(found) - base
        let name = trimmed(bytes, text.lowerBound..<colon)
        let value = trimmed(bytes, colon + 1..<text.upperBound)
        guard !name.isEmpty else {
            malformed += 1
            return
        }
        fields.append(
            .init(
                name: Int32(name.lowerBound)..<Int32(name.upperBound),
                value: Int32(value.lowerBound)..<Int32(value.upperBound), folded: false))
    }

    private static func lineEnd(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, 0x0A, bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(found) - base
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    static func trimmed(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high && (isSpace(bytes[low]) || bytes[low] == 0x0D) { low += 1 }
        while low < high && (isSpace(bytes[high - 1]) || bytes[high - 1] == 0x0D) { high -= 1 }
        return low..<high
    }
}
