public import Canonical

/// What happened to a notice.
public enum NoticeEvent: Hashable, Sendable {
    /// A version was written down and is not public yet; the log has its digest.
    case draft(Digest)
    /// A version is public: its whole text, so that the log proves what it said.
    case publish(version: Int, content: [UInt8])
    /// A channel was looked at, and the notice was there or was not.
    case probe(channel: String, found: Bool)
    case withdraw(reason: String)
    /// Somebody outside saw a head of the log that has the versions before: the whole cosigned checkpoint, and the witness's key.
    case witness(checkpoint: [UInt8], key: String)

    var name: String {
        switch self {
        case .draft: "notice-draft"
        case .publish: "notice-publish"
        case .probe: "notice-probe"
        case .withdraw: "notice-withdraw"
        case .witness: "notice-witness"
        }
    }

    var members: [JSONValue.Member] {
        switch self {
        case .draft(let digest): [.init("content", .string(digest.description))]
        case .publish(let version, let content):
            [
                .init("content", .string(String(decoding: content, as: UTF8.self))),
                .init("version", .integer(Int64(version))),
            ]
        case .probe(let channel, let found): [.init("channel", .string(channel)), .init("found", .bool(found))]
        case .withdraw(let reason): [.init("reason", .string(reason))]
        case .witness(let checkpoint, let key):
            [.init("checkpoint", .string(String(decoding: checkpoint, as: UTF8.self))), .init("key", .string(key))]
        }
    }

    init?(named name: String, _ value: JSONValue) {
        switch name {
        case "notice-draft":
            guard let digest = value["content"]?.string.flatMap({ Digest($0) }) else { return nil }
            self = .draft(digest)
        case "notice-publish":
            guard let text = value["content"]?.string, let version = value["version"]?.integer, version > 0 else {
                return nil
            }
            self = .publish(version: Int(version), content: Array(text.utf8))
        case "notice-probe":
            guard let channel = value["channel"]?.string, let found = value["found"]?.bool else { return nil }
            self = .probe(channel: channel, found: found)
        case "notice-withdraw":
            guard let reason = value["reason"]?.string else { return nil }
            self = .withdraw(reason: reason)
        case "notice-witness":
            guard let checkpoint = value["checkpoint"]?.string, let key = value["key"]?.string else { return nil }
            self = .witness(checkpoint: Array(checkpoint.utf8), key: key)
        default: return nil
        }
    }
}
