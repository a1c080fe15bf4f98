internal import Canonical
internal import Crypto
internal import Foundation

/// An Ed25519 key that signs: notes and checkpoints of a log as they stand, everything else bound to its context.
///
/// Written as Go's `sumdb/note` and the C2SP tools write it, one line:
/// `PRIVATE+KEY+<name>+<id, 8 hex digits>+<base64 of kind and seed>`. Source: RFC 8032; C2SP signed-note v1.0.0, date
/// read 2026-11-29.
public struct SigningKey: Sendable {
    public let name: String
    public let kind: KeyKind
    private let key: Curve25519.Signing.PrivateKey

    /// A new key from the system's source of randomness.
    ///
    /// - Throws: ``LedgerError`` `badKey` for a name that cannot be one.
    public init(newNamed name: String, kind: KeyKind = .ed25519) throws(LedgerError) {
        try KeyName.check(name)
        self.name = name
        self.kind = kind
        key = Curve25519.Signing.PrivateKey()
    }

    /// A key from its 32 bytes of seed (RFC 8032, section 5.1.5).
    public init(name: String, kind: KeyKind = .ed25519, seed: [UInt8]) throws(LedgerError) {
        try KeyName.check(name)
        self.name = name
        self.kind = kind
        do { key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed) } catch {
            throw LedgerError(.badKey, name, "a seed of 32 bytes is due")
        }
    }

    /// Reads ``text``; white space around it does not matter.
    ///
    /// - Throws: ``LedgerError`` `badKey`, never with the key in its words.
    public init(text: String) throws(LedgerError) {
        let parts = text.trimmingCharacters(in: .whitespacesAndNewlines)
            .split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", let bytes = Base64.decode(String(parts[4])),
            let kind = bytes.first.flatMap(KeyKind.init)
        else {
            throw LedgerError(
                .badKey, "", "a signing key is due: PRIVATE+KEY+<name>+<id>+<base64>, as `muniment ledger key` makes it"
            )
        }
        try self.init(name: String(parts[2]), kind: kind, seed: Array(bytes.dropFirst()))
        guard Hex.encode(verifying.id) == parts[3] else {
            throw LedgerError(.badKey, name, "the key's id is not that of its bytes; it was changed or cut")
        }
    }

    /// The line that must be kept secret.
    public var text: String {
        let bytes = [kind.rawValue] + Array(key.rawRepresentation)
        return "PRIVATE+KEY+\(name)+\(Hex.encode(verifying.id))+\(Base64.encode(bytes))"
    }

    /// What others need to check what this key signed.
    public var verifying: VerifyingKey {
        VerifyingKey(name: name, kind: kind, checked: Array(key.publicKey.rawRepresentation))
    }

    /// Signs a message for one use: 64 bytes.
    public func sign(_ message: [UInt8], for context: SignatureContext) throws(LedgerError) -> [UInt8] {
        try sign(context.bound(message))
    }

    /// Signs bytes as they stand; for notes, whose form others have fixed.
    func sign(_ bytes: [UInt8]) throws(LedgerError) -> [UInt8] {
        do { return Array(try key.signature(for: bytes)) } catch {
            throw LedgerError(.badKey, name, "the key could not sign: \(error)")
        }
    }
}
