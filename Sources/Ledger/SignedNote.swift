internal import Canonical

/// A text and the signatures on it.
///
/// The text ends with a line feed; after an empty line each signature is a line `— <key name> <base64>`, whose first
/// four bytes name the key. Source: C2SP signed-note v1.0.0, date read 2026-11-29.
public struct SignedNote: Hashable, Sendable {
    /// One signature line.
    public struct Signature: Hashable, Sendable {
        public let name: String
        /// The key's id, then what the kind of key adds, then the 64 bytes.
        public let bytes: [UInt8]

        var id: [UInt8] { Array(bytes.prefix(4)) }
    }

    /// Lines, each ended by a line feed.
    public let text: String
    public private(set) var signatures: [Signature]

    /// A note that nobody has signed yet.
    ///
    /// - Parameter text: ended by a line feed.
    public init(text: String) {
        self.text = text
        signatures = []
    }

    /// Reads a note as it lies in a file.
    ///
    /// - Throws: ``LedgerError`` `badNote` for what is not of the form, is not UTF-8 or has control characters.
    public init(bytes: [UInt8], subject: String = "") throws(LedgerError) {
        func fault(_ problem: String) -> LedgerError { LedgerError(.badNote, subject, problem) }
        guard bytes.count <= 1 << 20, let whole = String(validating: bytes, as: UTF8.self) else {
            throw fault("is no signed note: text in UTF-8 of at most 1 MiB is due")
        }
        guard !bytes.contains(where: { $0 < 0x20 && $0 != 0x0A }) else { throw fault("has control characters in it") }
        guard bytes.last == 0x0A, let split = Self.split(bytes) else {
            throw fault("is no signed note: after the text an empty line and a line for each signature are due")
        }
        text = String(decoding: bytes[..<(split + 1)], as: UTF8.self)
        var found: [Signature] = []
        for line in whole.utf8.dropFirst(split + 2).split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        {
            guard let signature = Self.signature(String(decoding: line, as: UTF8.self)) else {
                throw fault("has a signature line that is none")
            }
            found.append(signature)
        }
        guard !found.isEmpty else { throw fault("is not signed") }
        signatures = found
    }

    /// The note as it lies in a file.
    public var bytes: [UInt8] {
        let lines = signatures.map { "\u{2014} \($0.name) \(Base64.encode($0.bytes))\n" }
        return Array((text + "\n" + lines.joined()).utf8)
    }

    /// Adds a key's signature over the text, in place of an earlier one of the same key.
    public mutating func sign(with key: SigningKey) throws(LedgerError) {
        guard key.kind == .ed25519 else {
            throw LedgerError(.badKey, key.name, "this key cosigns checkpoints and signs no note")
        }
        put(key.verifying, [], try key.sign(Array(text.utf8)))
    }

    /// - Parameter extra: what the kind of key puts between id and signature.
    mutating func put(_ key: VerifyingKey, _ extra: [UInt8], _ signature: [UInt8]) {
        signatures.removeAll { $0.name == key.name && $0.id == key.id }
        signatures.append(Signature(name: key.name, bytes: key.id + extra + signature))
    }

    /// Whether a key has signed the text.
    ///
    /// - Throws: ``LedgerError`` `badSignature` for one that names the key and does not hold: then something was changed.
    public func isSigned(by key: VerifyingKey) throws(LedgerError) -> Bool {
        guard let body = body(of: key) else { return false }
        guard body.count == 64, key.isValid(body, over: Array(text.utf8)) else {
            throw LedgerError(.badSignature, key.name, "its signature is not over this text")
        }
        return true
    }

    /// What stands behind the id in a key's line; nil if it has none.
    func body(of key: VerifyingKey) -> [UInt8]? {
        signatures.first { $0.name == key.name && $0.id == key.id }.map { Array($0.bytes.dropFirst(4)) }
    }

    /// The line feed that ends the text: of the last empty line, which the signatures follow.
    private static func split(_ bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast().last { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }
    }

    private static func signature(_ line: String) -> Signature? {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "\u{2014}", !parts[1].isEmpty, let bytes = Base64.decode(String(parts[2])),
            bytes.count > 4
        else { return nil }
        return Signature(name: String(parts[1]), bytes: bytes)
    }
}
