internal import Canonical
internal import Crypto

/// An Ed25519 key that checks what a ``SigningKey`` signed.
///
/// Written as C2SP signed-note has it: `<name>+<id, 8 hex digits>+<base64 of kind and key>`.
public struct VerifyingKey: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    public let kind: KeyKind
    /// 32 bytes.
    public let publicKey: [UInt8]

    init(name: String, kind: KeyKind, checked publicKey: [UInt8]) {
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
    }

    /// Reads ``text``; white space around it does not matter.
    ///
    /// - Throws: ``LedgerError`` `badKey` for another form, a kind that is not known, an id that is not the key's, and
    ///   32 bytes that are no point of the curve.
    public init(text: String) throws(LedgerError) {
        let bare = text.split { $0.isWhitespace }.joined()
        let parts = bare.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Base64.decode(String(parts[2])), bytes.count == 33,
            let kind = bytes.first.flatMap(KeyKind.init)
        else {
            throw LedgerError(.badKey, "", "a verifying key is due: <name>+<id>+<base64>, the line without PRIVATE+KEY")
        }
        name = String(parts[0])
        try KeyName.check(name)
        self.kind = kind
        publicKey = Array(bytes.dropFirst())
        guard Hex.encode(id) == parts[1] else {
            throw LedgerError(.badKey, name, "the key's id is not that of its bytes; it was changed or cut")
        }
        do { _ = try Curve25519.Signing.PublicKey(rawRepresentation: publicKey) } catch {
            throw LedgerError(.badKey, name, "these bytes are no Ed25519 key")
        }
    }

    /// Four bytes by which a signature names its key.
    public var id: [UInt8] { KeyName.id(name, kind, publicKey) }

    /// The line that may be given to anybody.
    public var text: String { "\(name)+\(Hex.encode(id))+\(Base64.encode([kind.rawValue] + publicKey))" }

    public var description: String { text }

    /// Whether a signature was made by this key over this message for this use.
    public func isValid(_ signature: [UInt8], of message: [UInt8], for context: SignatureContext) -> Bool {
        isValid(signature, over: context.bound(message))
    }

    func isValid(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        do {
            let key = try Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
            return key.isValidSignature(signature, for: bytes)
        } catch {
            // Not a key, so nothing was signed by it.
            return false
        }
    }
}
