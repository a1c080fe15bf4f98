public import Canonical

/// What happened to an entry of the repertoire: a party, a society, a tariff or a mandate.
public enum RepertoireEvent: Hashable, Sendable {
    /// It says this from here on; the log has the digest, for a party's names are nobody else's business.
    case set(content: Digest)
    /// It ends at a time, that which it says before that included.
    case end(at: Timestamp, reason: String)

    var name: String {
        switch self {
        case .set: "repertoire-set"
        case .end: "repertoire-end"
        }
    }

    var members: [JSONValue.Member] {
        switch self {
        case .set(let content): [.init("content", .string(content.description))]
        case .end(let time, let reason):
            [.init("ends", .string(time.description)), .init("reason", .string(reason))]
        }
    }

    init?(named name: String, _ value: JSONValue) {
        switch name {
        case "repertoire-set":
            guard let content = value["content"]?.string.flatMap({ Digest($0) }) else { return nil }
            self = .set(content: content)
        case "repertoire-end":
            guard let time = value["ends"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
                let reason = value["reason"]?.string
            else { return nil }
            self = .end(at: time, reason: reason)
        default: return nil
        }
    }
}
