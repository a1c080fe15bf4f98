/// The header fields of a WARC record or an HTTP message: in order, duplicates kept, as the bytes they came in.
///
/// Strings are made only when asked for. Names compare without regard to ASCII case (RFC 9110, section 5.1;
/// WARC 1.1, section 4).
public struct HeaderFields: Sendable {
    struct Field: Sendable {
        var name: Range<Int32>
        var value: Range<Int32>
        /// The value was continued on a further line (obs-fold, RFC 9112, section 5.2).
        var folded: Bool
    }

    /// The head as it came, first line included.
    let bytes: [UInt8]
    let fields: [Field]
    /// Lines that are no field (no colon, empty name): passed over, counted, never silently used.
    public let malformedLines: Int

    init(bytes: [UInt8], fields: [Field], malformedLines: Int) {
        self.bytes = bytes
        self.fields = fields
        self.malformedLines = malformedLines
    }

    /// Fields that were already taken apart, in their order.
    ///
    /// Line breaks inside a value become spaces.
    public init(_ pairs: [(name: String, value: String)]) {
        var bytes: [UInt8] = []
        var fields: [Field] = []
        for pair in pairs {
            let nameStart = Int32(bytes.count)
            bytes.append(contentsOf: pair.name.utf8)
            let valueStart = Int32(bytes.count)
            bytes.append(contentsOf: pair.value.utf8.map { $0 == 0x0D || $0 == 0x0A ? 0x20 : $0 })
            let end = Int32(bytes.count)
            fields.append(Field(name: nameStart..<valueStart, value: valueStart..<end, folded: false))
        }
        self.init(bytes: bytes, fields: fields, malformedLines: 0)
    }

    public var count: Int { fields.count }
    public var isEmpty: Bool { fields.isEmpty }

    /// Field `index` in the order of the message.
    public subscript(index: Int) -> (name: String, value: String) {
        (text(fields[index].name, folded: false), text(fields[index].value, folded: fields[index].folded))
    }

    /// All fields in order.
    public var pairs: [(name: String, value: String)] { (0..<count).map { self[$0] } }

    /// Every value of the fields called `name`, in order; empty if there is none.
    public func values(_ name: String) -> [String] {
        matches(name).map { text(fields[$0].value, folded: fields[$0].folded) }
    }

    /// The value of the first field called `name`.
    public func first(_ name: String) -> String? {
        firstIndex(name).map { text(fields[$0].value, folded: fields[$0].folded) }
    }

    /// Every value of the fields called `name` as bytes, folds made spaces.
    public func rawValues(_ name: String) -> [[UInt8]] {
        matches(name).map { raw(fields[$0].value, folded: fields[$0].folded) }
    }

    public func contains(_ name: String) -> Bool { firstIndex(name) != nil }
}

extension HeaderFields {
    private func matches(_ name: String) -> [Int] { fields.indices.filter { isNamed(fields[$0].name, name) } }

    func firstIndex(_ name: String) -> Int? { fields.firstIndex { isNamed($0.name, name) } }

    private func isNamed(_ range: Range<Int32>, _ name: String) -> Bool {
        let utf8 = name.utf8
        guard utf8.count == range.count else { return false }
        var index = Int(range.lowerBound)
        for byte in utf8 {
            guard Self.lower(bytes[index]) == Self.lower(byte) else { return false }
            index += 1
        }
        return true
    }

    static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    /// The bytes of the first value called `name` as they stand, without a copy; nil if there is none.
    func withFirst<T>(_ name: String, _ body: (ArraySlice<UInt8>) -> T) -> T? {
        guard let index = firstIndex(name) else { return nil }
        return body(bytes[Int(fields[index].value.lowerBound)..<Int(fields[index].value.upperBound)])
    }

    private func raw(_ range: Range<Int32>, folded: Bool) -> [UInt8] {
        let slice = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
        guard folded else { return Array(slice) }
        var plain: [UInt8] = []
        var inFold = false
        for byte in slice {
            if byte == 0x0D || byte == 0x0A {
                inFold = true
            } else if !(inFold && (byte == 0x20 || byte == 0x09)) {
                if inFold { plain.append(0x20) }
                inFold = false
                plain.append(byte)
            }
        }
        return plain
    }

    /// UTF-8 where it is valid, ISO 8859-1 where not (the reading HTTP gave such bytes: RFC 9110, section 5.5).
    private func text(_ range: Range<Int32>, folded: Bool) -> String {
        let plain = raw(range, folded: folded)
        if let text = String(validating: plain, as: UTF8.self) { return text }
        return String(String.UnicodeScalarView(plain.map { Unicode.Scalar($0) }))
    }
}

/// The header fields of an HTTP message.
public typealias HTTPHeaders = HeaderFields
