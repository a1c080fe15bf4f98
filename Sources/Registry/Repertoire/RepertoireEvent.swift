public import Canonical

/// What happened to an entry of the repertoire: a party, a society, a tariff or a mandate.
public enum RepertoireEvent: Hashable, Sendable {
    /// It says this from here on; the log has the digest, for a party's names are nobody else's business.
    ///
    /// - Parameter isSealed: Whether the digest is a ``Commitment``, which tells nobody what was erased; that of a plain text is
    ///   what stores of before have.
    case set(content: Digest, isSealed: Bool)
    /// It ends at a time, that which it says before that included.
    case end(at: Timestamp, reason: String)
    /// What it ever said is erased; of a party only the id is left, so that shares still name somebody.
    case erase

    var name: String {
        switch self {
        case .set: "repertoire-set"
        case .end: "repertoire-end"
        case .erase: "repertoire-erase"
        }
    }

    var members: [JSONValue.Member] {
        switch self {
        case .set(let content, let isSealed):
            [.init(isSealed ? "commitment" : "content", .string(content.description))]
        case .end(let time, let reason):
            [.init("ends", .string(time.description)), .init("reason", .string(reason))]
        case .erase: []
        }
    }

    init?(named name: String, _ value: JSONValue) {
        switch name {
        case "repertoire-set":
            let isSealed = value["commitment"] != nil
            guard let content = (value["commitment"] ?? value["content"])?.string.flatMap({ Digest($0) }),
                (value["content"] == nil) == isSealed
            else { return nil }
            self = .set(content: content, isSealed: isSealed)
        case "repertoire-end":
            guard let time = value["ends"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
                let reason = value["reason"]?.string
            else { return nil }
            self = .end(at: time, reason: reason)
        case "repertoire-erase": self = .erase
        default: return nil
        }
    }
}
