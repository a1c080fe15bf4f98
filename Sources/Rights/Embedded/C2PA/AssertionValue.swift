internal import Canonical

/// The contents of an assertion, whether written as CBOR or as JSON.
struct AssertionValue {
    struct Member {
        let key: String
        let value: AssertionValue
    }

    private enum Form {
        case cbor(CBORValue)
        case json(JSONValue)
    }

    private let form: Form

    init(_ value: CBORValue) { form = .cbor(value) }
    init(_ value: JSONValue) { form = .json(value) }

    subscript(key: String) -> AssertionValue? {
        switch form {
        case .cbor(let value): value[key].map { AssertionValue($0) }
        case .json(let value): value[key].map { AssertionValue($0) }
        }
    }

    var text: String? {
        switch form {
        case .cbor(let value): value.text
        case .json(let value): value.string
        }
    }

    /// The members of an object; nil if it is none.
    var members: [Member]? {
        switch form {
        case .cbor(let value): value.entries?.map { Member(key: $0.key, value: AssertionValue($0.value)) }
        case .json(let value): value.members?.map { Member(key: $0.key, value: AssertionValue($0.value)) }
        }
    }

    /// What it says in words: a text, the texts of a list; nil for anything else, which still is information.
    var words: String? {
        if let text { return text }
        switch form {
        case .cbor(let value): return value.items?.compactMap(\.text).joined(separator: " ")
        case .json(let value): return value.array?.compactMap(\.string).joined(separator: " ")
        }
    }
}
