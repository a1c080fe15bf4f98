public import Canonical
public import Ledger

/// An ``ObjectionStatement`` with an Ed25519 signature over `muniment/objection/v1`, a line feed, and the canonical object
/// of the statement and the key.
public struct SignedStatement: Hashable, Sendable {
    public let statement: ObjectionStatement
    public let key: VerifyingKey
    let signature: [UInt8]

    /// Signs a statement.
    ///
    /// - Throws: ``LedgerError`` if the key cannot sign.
    public init(_ statement: ObjectionStatement, key: SigningKey) throws(LedgerError) {
        (self.statement, self.key) = (statement, key.verifying)
        signature = try key.sign(
            Self.signed(statement, key.verifying).canonicalBytes, for: ObjectionStatement.context)
    }

    private static func signed(_ statement: ObjectionStatement, _ key: VerifyingKey) -> JSONValue {
        .object(statement.members + [.init("key", .string(key.text))])
    }

    public var json: JSONValue {
        .object(
            statement.members + [
                .init("key", .string(key.text)), .init("signature", .string(Base64.encode(signature))),
            ])
    }

    /// Reads what was signed. Whether it holds, ``isSound`` tells.
    ///
    /// - Throws: ``FilingRefusal`` `unparseable`.
    public init(_ bytes: [UInt8]) throws(FilingRefusal) {
        func fault(_ reason: String) -> FilingRefusal {
            FilingRefusal(.unparseable, "it is no signed statement: \(reason)")
        }
        guard bytes.count <= ObjectionFiling.longestForm else { throw fault("it has \(bytes.count) octets") }
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(bytes) } catch { throw fault("\(error)") }
        guard let statement = ObjectionStatement(value), let name = value["key"]?.string,
            let signature = value["signature"]?.string.flatMap({ Base64.decode($0) })
        else { throw fault("members of \(ObjectionStatement.format) are missing; make it with muniment registry sign") }
        do throws(LedgerError) { key = try VerifyingKey(text: name) } catch { throw fault("\(error)") }
        (self.statement, self.signature) = (statement, signature)
        guard json.canonicalBytes == value.canonicalBytes else {
            throw fault("it holds more than such a statement does")
        }
    }

    /// Whether the signature is that of its key, which is a plain Ed25519 key.
    public var isSound: Bool {
        key.kind == .ed25519
            && key.isValid(
                signature, of: Self.signed(statement, key).canonicalBytes, for: ObjectionStatement.context)
    }
}
