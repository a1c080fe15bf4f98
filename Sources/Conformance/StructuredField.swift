internal import Canonical
internal import RawStructuredFieldValues

/// A field the library has parsed, as the rows write its data, and as the library writes it again.
struct StructuredField {
    let value: JSONValue
    /// Nil if the library cannot write it.
    let canonical: String?

    /// Nil if the library finds a fault.
    init?(_ text: String, type: String) {
        var parser = StructuredFieldValueParser(Array(text.utf8))
        var serializer = StructuredFieldValueSerializer()
        do {
            let bytes: [UInt8]
            switch type {
            case "item":
                let item = try parser.parseItemFieldValue()
                value = Self.value(item)
                bytes = try serializer.writeItemFieldValue(item)
            case "list":
                let list = try parser.parseListFieldValue()
                value = .array(list.map(Self.value))
                // An empty field is not sent, so there is nothing the library could write.
                bytes = list.isEmpty ? [] : try serializer.writeListFieldValue(list)
            default:
                let map = try parser.parseDictionaryFieldValue()
                value = .array(map.map { .array([.string($0), Self.value($1)]) })
                bytes = map.isEmpty ? [] : try serializer.writeDictionaryFieldValue(map)
            }
            canonical = String(decoding: bytes, as: UTF8.self)
            if Self.holdsBrokenBytes(value) { return nil }
        } catch {
            return nil
        }
    }

    /// Numbers are compared by what they are worth, everything else as it stands.
    static func isEqual(_ one: JSONValue, _ other: JSONValue) -> Bool {
        if let left = one.array, let right = other.array {
            return left.count == right.count && zip(left, right).allSatisfy(isEqual)
        }
        if let left = number(one), let right = number(other) { return left == right }
        guard one.members != nil, other.members != nil else { return one == other }
        return one["__type"] == other["__type"] && isEqual(one["value"] ?? .null, other["value"] ?? .null)
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let text): Double(text)
        default: nil
        }
    }

    private static func value(_ entry: ItemOrInnerList) -> JSONValue {
        switch entry {
        case .item(let item): value(item)
        case .innerList(let list):
            .array([.array(list.bareInnerList.map(value)), parameters(list.rfc9651Parameters)])
        }
    }

    private static func value(_ item: Item) -> JSONValue {
        .array([value(item.rfc9651BareItem), parameters(item.rfc9651Parameters)])
    }

    private static func parameters(_ map: OrderedMap<String, RFC9651BareItem>) -> JSONValue {
        .array(map.map { .array([.string($0), value($1)]) })
    }

    private static func value(_ item: RFC9651BareItem) -> JSONValue {
        switch item {
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .decimal(let number):
            // Of three digits at most (RFC 9651, section 3.3.2): as near to them as a number comes.
            .number("\((Double(number) * 1000).rounded() / 1000)")
        case .string(let text): .string(text)
        case .token(let text): typed("token", .string(text))
        case .date(let seconds): typed("date", .integer(seconds))
        case .displayString(let text): typed("displaystring", .string(text))
        case .undecodedByteSequence(let text): typed("binary", .string(base32(text)))
        }
    }

    private static func typed(_ type: String, _ value: JSONValue) -> JSONValue {
        .fields(["__type": .string(type), "value": value])
    }

    /// The library leaves base64 to its caller, who finds a fault where it is broken.
    private static let broken = "!"

    private static func holdsBrokenBytes(_ value: JSONValue) -> Bool {
        if let items = value.array { return items.contains(where: holdsBrokenBytes) }
        return value["__type"] == .string("binary") && value["value"] == .string(broken)
    }

    /// RFC 4648, section 6: the rows write bytes so.
    private static func base32(_ coded: String) -> String {
        guard let bytes = Base64.decode(coded) else { return broken }
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (text, held, bits) = ("", UInt64(0), 0)
        for byte in bytes {
            (held, bits) = (held << 8 | UInt64(byte), bits + 8)
            while bits >= 5 {
                bits -= 5
                text.append(letters[Int(held >> UInt64(bits) & 31)])
            }
            held &= (1 << UInt64(bits)) - 1
        }
        if bits > 0 { text.append(letters[Int(held << UInt64(5 - bits) & 31)]) }
        return text + String(repeating: "=", count: (8 - text.utf8.count % 8) % 8)
    }
}
