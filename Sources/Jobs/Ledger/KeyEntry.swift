internal import Canonical
public import Ledger

/// What an operator's log says of its own keys. Format: `docs/formats/ledger.md`, "Keys".
enum KeyEntry {
    static let rotation = SignatureContext("key-rotation")
    static let compromise = SignatureContext("key-compromise")

    /// That one key took over from another: both sign it.
    static func rotation(from old: SigningKey, to new: SigningKey, at: Timestamp) throws(LedgerError) -> [UInt8] {
        let members = rotation(old.verifying, new.verifying, at)
        let message = JSONValue.object(members).canonicalBytes
        let signatures = JSONValue.object([
            .init("from", .string(Base64.encode(try old.sign(message, for: rotation)))),
            .init("to", .string(Base64.encode(try new.sign(message, for: rotation)))),
        ])
        return JSONValue.object(members + [.init("signatures", signatures)]).canonicalBytes
    }

    /// That a key is not to be trusted from a time on; another key of the log signs it.
    static func compromise(
        of key: VerifyingKey, since: Timestamp, by signer: SigningKey, at: Timestamp
    ) throws(LedgerError) -> [UInt8] {
        let members = compromise(key, since, signer.verifying, at)
        let signature = try signer.sign(JSONValue.object(members).canonicalBytes, for: compromise)
        return JSONValue.object(members + [.init("signature", .string(Base64.encode(signature)))]).canonicalBytes
    }

    static func rotation(_ old: VerifyingKey, _ new: VerifyingKey, _ at: Timestamp) -> [JSONValue.Member] {
        [
            .init("at", .string(at.description)), .init("from", .string(old.text)), .init("to", .string(new.text)),
            .init("type", .string("rotate")), .init("v", .integer(1)),
        ]
    }

    static func compromise(
        _ key: VerifyingKey, _ since: Timestamp, _ by: VerifyingKey, _ at: Timestamp
    ) -> [JSONValue.Member] {
        [
            .init("at", .string(at.description)), .init("by", .string(by.text)), .init("key", .string(key.text)),
            .init("since", .string(since.description)), .init("type", .string("compromise")), .init("v", .integer(1)),
        ]
    }
}
