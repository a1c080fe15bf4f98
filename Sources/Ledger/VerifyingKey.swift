public import Canonical
internal import Crypto
internal import Foundation

/// An Ed25519 public key under a name, as transparency logs write them: `name+1a2b3c4d+base64`.
///
/// The number between is the first four octets of SHA-256 over name, line feed and the key with its type, 1.
/// Source: C2SP signed-note, section "Verifier keys" (github.com/C2SP/C2SP/blob/main/signed-note.md); RFC 8032;
/// read 2026-11-29.
public struct VerifyingKey: Hashable, Sendable, CustomStringConvertible {
    static let algorithm: UInt8 = 1

    /// Who signs: an origin such as `example.org/registry`.
    public let name: String
    /// 32 octets.
    public let bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Reads the written form.
    ///
    /// - Throws: ``KeyError`` with code `badKey`.
    public init(_ text: String) throws(KeyError) {
        // Base64 may hold a `+`, a name may not.
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let typed = Base64.decode(parts[2]), typed.count == 33, typed[0] == Self.algorithm
        else {
            throw KeyError(
                .badKey, "\"\(text.prefix(80))\" is no key: name+8 hex digits+base64 of an Ed25519 key is due")
        }
        try Self.check(name: parts[0])
        self.init(name: parts[0], bytes: Array(typed.dropFirst()))
        guard Hex.encode(id) == parts[1] else {
            throw KeyError(.badKey, "\"\(text.prefix(80))\": its number does not fit its key; copy the whole key again")
        }
    }

    /// Four octets that tell keys of one name apart.
    public var id: [UInt8] {
        Array(Digest(of: Array(name.utf8) + [0x0A, Self.algorithm] + bytes).bytes.prefix(4))
    }

    public var description: String { "\(name)+\(Hex.encode(id))+\(Base64.encode([Self.algorithm] + bytes))" }

    /// Whether a signature is this key's over something of a type: ``SigningKey/sign(_:as:)``.
    public func verifies(_ signature: [UInt8], of bytes: [UInt8], as type: String) -> Bool {
        verifies(signature, of: SigningKey.bound(bytes, type))
    }

    /// Whether a signature is this key's over just these octets.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        do {
            let key = try Curve25519.Signing.PublicKey(rawRepresentation: Data(bytes))
            return key.isValidSignature(Data(signature), for: Data(message))
        } catch {
            return false
        }
    }

    /// - Throws: ``KeyError`` with code `badName`.
    static func check(name: String) throws(KeyError) {
        guard !name.isEmpty, name.utf8.count <= 200, !name.contains("+"), !name.contains(where: \.isWhitespace),
            name.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else {
            throw KeyError(
                .badName,
                "\"\(name.prefix(80))\" names no key: a name like example.org/registry is due, without spaces or +")
        }
    }
}
