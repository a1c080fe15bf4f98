internal import Canonical

/// One row of a vector file, and where it stands.
struct VectorRow: Sendable {
    let value: JSONValue
    /// From 1; the place in the list for files that are one array.
    let line: Int
    /// The folder of the file, for rows that name files beside it.
    let folder: String

    /// The row's own name, or its line where it has none.
    var id: String {
        for key in ["id", "name", "site", "file"] {
            if let text = value[key]?.string { return text }
        }
        return "line \(line)"
    }

    subscript(key: String) -> JSONValue? { value[key] }

    func text(_ key: String) throws(VectorFault) -> String { try value.text(key) }

    func object(_ key: String) throws(VectorFault) -> JSONValue {
        guard let object = value[key], object.members != nil else { throw VectorFault("no object `\(key)`") }
        return object
    }

    /// The bytes of `key`, or of `key_b64` where they are no UTF-8.
    func bytes(_ key: String) throws(VectorFault) -> [UInt8] {
        if let text = value[key]?.string { return Array(text.utf8) }
        guard let coded = value[key + "_b64"]?.string, let bytes = Base64.decode(coded) else {
            throw VectorFault("neither text `\(key)` nor base64 `\(key)_b64`")
        }
        return bytes
    }
}

extension JSONValue {
    func text(_ key: String) throws(VectorFault) -> String {
        guard let text = self[key]?.string else { throw VectorFault("no text `\(key)`") }
        return text
    }

    /// Whether it is an object with all of these keys.
    func has(_ keys: String...) -> Bool { keys.allSatisfy { self[$0] != nil } }

    /// Header fields, written as an object or as a list of pairs.
    func headerFields() throws(VectorFault) -> [(name: String, value: String)] {
        if let members { return members.flatMap { member in Self.lines(member.value).map { (member.key, $0) } } }
        guard let pairs = array else { throw VectorFault("headers that are neither object nor list") }
        var fields: [(name: String, value: String)] = []
        for pair in pairs {
            guard let items = pair.array, items.count == 2, let name = items[0].string, let value = items[1].string
            else { throw VectorFault("a header that is no pair of texts") }
            fields.append((name, value))
        }
        return fields
    }

    private static func lines(_ value: JSONValue) -> [String] {
        value.array?.compactMap(\.string) ?? [value.string].compactMap { $0 }
    }

    /// An object of texts, numbers and nulls, for comparison.
    static func fields(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(pairs.map { Member($0.key, $0.value) })
    }

    static func text(orNull text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    /// Its canonical text.
    var display: String { String(decoding: canonicalBytes, as: UTF8.self) }
}
