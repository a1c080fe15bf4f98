/// A CBOR value, as far as assertions need it.
indirect enum CBORValue: Hashable, Sendable {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case list([CBORValue])
    /// In order; keys that are no text are left out.
    case map([Entry])
    case bool(Bool)
    /// Null, undefined, a real number, an integer of more than 63 bits: read past.
    case other

    struct Entry: Hashable, Sendable {
        let key: String
        let value: CBORValue
    }

    /// The last value of a key; whoever has it twice is not whole.
    subscript(key: String) -> CBORValue? {
        guard case .map(let entries) = self else { return nil }
        return entries.last { $0.key == key }?.value
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var entries: [Entry]? { if case .map(let entries) = self { entries } else { nil } }
    var items: [CBORValue]? { if case .list(let items) = self { items } else { nil } }
}
