public import Canonical
internal import Crypto
internal import Foundation

/// An Ed25519 private key under a name, as transparency logs write them: `PRIVATE+KEY+name+1a2b3c4d+base64`.
///
/// Source: golang.org/x/mod/sumdb/note, "Signing Keys", whose public half is that of C2SP signed-note; RFC 8032; read
/// 2026-11-29.
public struct SigningKey: Sendable {
    private static let mark = "PRIVATE+KEY+"

    private let seed: [UInt8]
    public let verifyingKey: VerifyingKey

    public var name: String { verifyingKey.name }

    /// A new key from the system's random numbers.
    ///
    /// - Throws: ``KeyError`` with code `badName`.
    public init(named name: String) throws(KeyError) {
        try self.init(name: name, seed: Array(Curve25519.Signing.PrivateKey().rawRepresentation))
    }

    /// The key of a seed of 32 octets, which must be random.
    ///
    /// - Throws: ``KeyError``: `badName`, or `badKey` for a seed of another length.
    public init(name: String, seed: [UInt8]) throws(KeyError) {
        try VerifyingKey.check(name: name)
        self.seed = seed
        do {
            let key = try Curve25519.Signing.PrivateKey(rawRepresentation: Data(seed))
            verifyingKey = VerifyingKey(name: name, bytes: Array(key.publicKey.rawRepresentation))
        } catch {
            throw KeyError(.badKey, "a seed of \(seed.count) octets is none of an Ed25519 key; 32 are due")
        }
    }

    /// Reads the written form; white space around it is left away.
    ///
    /// - Throws: ``KeyError`` with code `badKey`.
    public init(_ text: String) throws(KeyError) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let parts = text.dropFirst(Self.mark.count).split(
            separator: "+", maxSplits: 2, omittingEmptySubsequences: false
        ).map(String.init)
        guard text.hasPrefix(Self.mark), parts.count == 3, let typed = Base64.decode(parts[2]), typed.count == 33,
            typed[0] == VerifyingKey.algorithm
        else { throw KeyError(.badKey, "it holds no private key: a line is due that begins with \(Self.mark)") }
        try self.init(name: parts[0], seed: Array(typed.dropFirst()))
        guard Hex.encode(verifyingKey.id) == parts[1] else {
            throw KeyError(
                .badKey, "the number of the private key of \(parts[0]) does not fit it; take the copy you kept")
        }
    }

    /// The written form, to be kept where nobody else reads it.
    public var text: String {
        "\(Self.mark)\(name)+\(Hex.encode(verifyingKey.id))+\(Base64.encode([VerifyingKey.algorithm] + seed))"
    }

    /// A signature, 64 octets, over `muniment/<type>/v1`, a line feed and the octets, so that what was signed as one
    /// thing can never be shown as another.
    public func sign(_ bytes: [UInt8], as type: String) -> [UInt8] { sign(Self.bound(bytes, type)) }

    /// A signature over just these octets, for forms that bind themselves, such as signed notes.
    public func sign(_ message: [UInt8]) -> [UInt8] {
        do {
            let key = try Curve25519.Signing.PrivateKey(rawRepresentation: Data(seed))
            return Array(try key.signature(for: Data(message)))
        } catch {
            preconditionFailure("a seed that gave a key gives it again: \(error)")
        }
    }

    static func bound(_ bytes: [UInt8], _ type: String) -> [UInt8] { Array("muniment/\(type)/v1\n".utf8) + bytes }
}
