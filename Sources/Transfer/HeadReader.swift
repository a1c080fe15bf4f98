/// Gathers a response head from the lines libcurl hands over, one call a line.
///
/// Interim responses (1xx) are counted, and of them only fields kept; trailers are counted and kept out of the head.
/// Source: RFC 9112, sections 4, 5.1, 5.2 and RFC 9110, section 15.2, date read 2026-11-23.
struct HeadReader {
    enum Event: Equatable {
        case more
        /// The final head is whole.
        case complete
        case tooLarge(String)
        case malformed(String)
    }

    let byteLimit: Int
    let fieldLimit: Int
    private(set) var head: ResponseHead?
    private(set) var trailers: [HeaderField] = []
    /// Fields of interim responses, as 103 (RFC 8297) has them.
    private(set) var interim: [HeaderField] = []
    private var bytes: [UInt8] = []
    private var fields: [(name: String, value: [UInt8])] = []
    private var status = 0
    private var version = ""
    private var unreadable = 0
    private var inLines = false
    private var bytesSeen = 0
    private var linesSeen = 0

    init(byteLimit: Int, fieldLimit: Int) {
        self.byteLimit = byteLimit
        self.fieldLimit = fieldLimit
    }

    mutating func take(_ line: UnsafeRawBufferPointer) -> Event {
        bytesSeen += line.count
        linesSeen += 1
        guard bytesSeen <= byteLimit else { return .tooLarge("the response head is over \(byteLimit) bytes") }
        guard linesSeen <= fieldLimit + 2 else { return .tooLarge("the response head has over \(fieldLimit) fields") }
        guard !line.contains(0) else { return .malformed("a NUL byte in the response head") }
        let content = Self.content(line)
        if head != nil { return takeTrailer(content) }
        bytes.append(contentsOf: line)
        if !inLines { return takeStatus(content) }
        if content.isEmpty { return close() }
        takeField(content)
        return .more
    }

    private mutating func takeStatus(_ line: Slice<UnsafeRawBufferPointer>) -> Event {
        let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].starts(with: "HTTP/".utf8), parts[1].count == 3,
            let number = Int(String(decoding: parts[1], as: UTF8.self)), (100...599).contains(number)
        else { return .malformed("the status line is \"\(HeaderField.text(line.prefix(80)))\"") }
        status = number
        version = HeaderField.text(parts[0])
        inLines = true
        return .more
    }

    private mutating func close() -> Event {
        if status == 101 { return .malformed("101, though no other protocol was asked for") }
        if status < 200 {
            interim += fields.map { HeaderField($0.name, HeaderField.text($0.value)) }
            bytes.removeAll(keepingCapacity: true)
            fields.removeAll(keepingCapacity: true)
            inLines = false
            unreadable = 0
            return .more
        }
        head = ResponseHead(
            status: status, version: version, fields: fields.map { HeaderField($0.name, HeaderField.text($0.value)) },
            unreadableLines: unreadable, bytes: bytes)
        return .complete
    }

    private mutating func takeField(_ line: Slice<UnsafeRawBufferPointer>) {
        if line.first == 0x20 || line.first == 0x09 { return fold(line) }
        guard let field = Self.field(line) else {
            unreadable += 1
            return
        }
        fields.append(field)
    }

    /// Source: RFC 9112, section 5.2: an obsolete fold is read as one or more spaces.
    private mutating func fold(_ line: Slice<UnsafeRawBufferPointer>) {
        guard !fields.isEmpty else {
            unreadable += 1
            return
        }
        let more = Self.trimmed(line)
        // As whoever reads the archived head sees it, where a value that begins on its second line has no space first.
        if !fields[fields.count - 1].value.isEmpty, !more.isEmpty { fields[fields.count - 1].value.append(0x20) }
        fields[fields.count - 1].value.append(contentsOf: more)
    }

    private mutating func takeTrailer(_ line: Slice<UnsafeRawBufferPointer>) -> Event {
        if let field = Self.field(line) { trailers.append(HeaderField(field.name, HeaderField.text(field.value))) }
        return .more
    }

    private static func field(_ line: Slice<UnsafeRawBufferPointer>) -> (name: String, value: [UInt8])? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = trimmed(line[..<colon])
        guard !name.isEmpty, name.allSatisfy(HeaderField.isTokenByte) else { return nil }
        return (String(decoding: name, as: UTF8.self), Array(trimmed(line[line.index(after: colon)...])))
    }

    private static func content(_ line: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
        var content = line[...]
        if content.last == 0x0A { content.removeLast() }
        if content.last == 0x0D { content.removeLast() }
        return content
    }

    private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        var rest = bytes
        while let byte = rest.first, byte == 0x20 || byte == 0x09 { rest.removeFirst() }
        while let byte = rest.last, byte == 0x20 || byte == 0x09 { rest.removeLast() }
        return rest
    }
}
