internal import CLibXML2
internal import Glibc

/// What the callbacks of ``XMLReader`` share; libxml2 sees its address during one parse.
struct XMLReaderState {
    private var reading: XMLReading
    private let limits: XMLLimits
    private var open: [Int] = []
    private var pending: [[UInt8]] = []
    private var isHalted = false
    var parser: xmlParserCtxtPtr?
    /// Where the document's bytes lie.
    var base: UnsafeRawPointer?
    private(set) var firstError = 0

    init(_ reading: XMLReading, _ limits: XMLLimits) {
        self.reading = reading
        self.limits = limits
    }

    static func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLReaderState>? {
        user?.assumingMemoryBound(to: XMLReaderState.self)
    }

    /// The reading, its open elements closed.
    mutating func finished() -> XMLReading {
        while !open.isEmpty { close() }
        if reading.elements.isEmpty { fail(MarkupError(code: .malformed, detail: "no element")) }
        return reading
    }

    mutating func fail(_ error: MarkupError) {
        if reading.fault == nil { reading.fault = error }
    }

    mutating func halt(_ error: MarkupError) {
        fail(error)
        isHalted = true
        if let parser { xmlStopParser(parser) }
    }

    mutating func noteError() {
        if firstError == 0 { firstError = position }
    }

    mutating func start(
        _ name: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?, _ count: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        guard !isHalted, let name else { return }
        guard open.count < limits.depth else {
            return halt(MarkupError(code: .malformed, offset: position, detail: "nested too deep"))
        }
        guard reading.elements.count < limits.elements else {
            return halt(MarkupError(code: .tooManyEntries, offset: position))
        }
        let (offset, tagEnd) = tag()
        open.append(reading.elements.count)
        pending.append([])
        reading.elements.append(
            XMLReading.Element(
                name: XMLName(String(cString: name), in: Self.string(namespace)),
                attributes: Self.read(attributes, count), parent: open.dropLast().last ?? -1,
                end: reading.elements.count + 1, text: "", offset: offset, tagEnd: tagEnd))
    }

    mutating func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
        guard !isHalted, let bytes, let last = pending.indices.last else { return }
        guard pending[last].count + count <= limits.text else {
            return fail(MarkupError(code: .tooManyBytes, offset: position))
        }
        pending[last].append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    }

    mutating func end() {
        guard !isHalted, !open.isEmpty else { return }
        close()
    }

    private mutating func close() {
        let index = open.removeLast()
        reading.elements[index].end = reading.elements.count
        reading.elements[index].text = String(decoding: pending.removeLast(), as: UTF8.self)
    }

    /// Five pointers an attribute: name, prefix, namespace, start and end of the value.
    private static func read(
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int
    ) -> [XMLReading.Attribute] {
        guard let attributes else { return [] }
        return (0..<count).compactMap { index in
            let fields = attributes + index * 5
            guard let name = fields[0], let start = fields[3], let end = fields[4] else { return nil }
            let value = UnsafeBufferPointer(start: start, count: end - start)
            return XMLReading.Attribute(
                name: XMLName(String(cString: name), in: string(fields[2])), value: unescaped(value))
        }
    }

    /// Without entity substitution libxml2 writes an ampersand in a value as `&#38;`, and nothing else that way.
    private static func unescaped(_ value: UnsafeBufferPointer<UInt8>) -> String {
        guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
        let mark = Array("&#38;".utf8)
        var out: [UInt8] = []
        var at = 0
        while at < value.count {
            out.append(value[at])
            let isMark = value.count - at >= mark.count && zip(mark, value[at...]).allSatisfy { $0 == $1 }
            at += isMark ? mark.count : 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func string(_ text: UnsafePointer<UInt8>?) -> String { text.map { String(cString: $0) } ?? "" }

    /// Bytes of the document that libxml2 has read.
    private var position: Int {
        guard let input = parser?.pointee.input, let base, let current = input.pointee.cur,
            let start = input.pointee.base
        else { return 0 }
        // The parser reads the bytes where they lie, or from a copy of them; both count from the start.
        let direct = UnsafeRawPointer(current) - base
        if direct >= 0, direct <= reading.source.count { return direct }
        return min(Int(input.pointee.consumed) + (current - start), reading.source.count)
    }

    /// Where the start tag that was just read begins and ends: `<` stands in no value, `>` may stand in quotes.
    private func tag() -> (Int, Int) {
        let source = reading.source
        let at = position
        var start = min(at, source.count - 1)
        while start > 0, source[start] != UInt8(ascii: "<") { start -= 1 }
        var end = max(start, at - 1)
        while end < source.count, source[end] != UInt8(ascii: ">") { end += 1 }
        return (start, min(end + 1, source.count))
    }
}
