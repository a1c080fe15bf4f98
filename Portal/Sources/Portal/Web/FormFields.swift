/// The fields of a form or query, `application/x-www-form-urlencoded`.
///
/// Source: WHATWG URL, section 5.1, read 2026-11-30; but what is no UTF-8 is refused, and so is a field too many.
struct FormFields: Sendable {
    private static let most = 200
    private let fields: [(name: String, value: String)]

    /// - Throws: ``Refusal`` `badRequest`.
    init(_ text: some StringProtocol) throws(Refusal) {
        var fields: [(name: String, value: String)] = []
        for item in text.utf8.split(separator: UInt8(ascii: "&")) {
            guard fields.count < Self.most else { throw .badRequest("a form has more than \(Self.most) fields") }
            let parts = item.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields.append((try Self.decode(parts[0]), parts.count > 1 ? try Self.decode(parts[1]) : ""))
        }
        self.fields = fields
    }

    private static func decode(_ octets: some Collection<UInt8>) throws(Refusal) -> String {
        var bytes: [UInt8] = []
        var rest = Array(octets)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else {
                    bytes.append(byte)
                    continue
                }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badRequest("a field is no UTF-8") }
        return text
    }

    /// The first value of a name; empty if there is none.
    subscript(name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    var names: [String] { fields.map(\.name) }

    /// The lines of a text field that hold something.
    func lines(_ name: String) -> [String] {
        self[name].split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
    }
}
