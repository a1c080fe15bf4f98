internal import Canonical

/// Answers of the ledger's commands.
enum LedgerText {
    static func say(_ json: Bool, _ text: String, _ members: [JSONValue.Member]) {
        Console.say(json ? String(decoding: JSONValue.object(members).canonicalBytes, as: UTF8.self) : text)
    }
}
