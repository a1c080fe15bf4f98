internal import Canonical

/// The names keys and logs go by in signed notes.
enum KeyName {
    /// - Throws: ``LedgerError`` `badKey`: a name is not empty and has neither white space nor a plus sign (C2SP
    ///   signed-note, section "Verifier keys").
    static func check(_ name: String) throws(LedgerError) {
        let isFit = !name.isEmpty && !name.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "+" }
        guard isFit else {
            throw LedgerError(
                .badKey, "", "'\(name)' cannot name a key: give a name without spaces and plus signs, as a domain is")
        }
    }

    /// The first four bytes of SHA-256 over name, line feed, kind and public key.
    static func id(_ name: String, _ kind: KeyKind, _ publicKey: [UInt8]) -> [UInt8] {
        Array(Digest(of: Array(name.utf8) + [0x0A, kind.rawValue] + publicKey).bytes.prefix(4))
    }
}
