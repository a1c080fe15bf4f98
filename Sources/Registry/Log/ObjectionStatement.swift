public import Canonical
public import Ledger

/// What an objector signs: that this objection, as it stands in the log, is theirs.
///
/// It is bound to the log, to the event the objection was filed with (and so to all the receipt says) and to a nonce that is
/// good once. Source: licensing bases 2(b), "Standing levels", L3, read 2026-11-30; `docs/formats/registry.md`, "Signatures".
public struct ObjectionStatement: Hashable, Sendable {
    public static let format = "muniment.objection.statement/1"
    /// What stands before a key where its holder has put it.
    public static let keyMark = "muniment-key="
    static let context = SignatureContext("objection")

    public let objection: String
    /// The origin of the log.
    public let log: String
    /// Of the event the objection was filed with, as the receipt has it.
    public let leaf: Digest
    public let nonce: String

    var members: [JSONValue.Member] {
        [
            .init("format", .string(Self.format)), .init("leaf", .string(leaf.description)),
            .init("log", .string(log)), .init("nonce", .string(nonce)), .init("objection", .string(objection)),
        ]
    }

    public var json: JSONValue { .object(members) }

    init(objection: String, log: String, leaf: Digest, nonce: String) {
        (self.objection, self.log, self.leaf, self.nonce) = (objection, log, leaf, nonce)
    }

    /// - Returns: Nil for what is none.
    init?(_ value: JSONValue) {
        guard value["format"]?.string == Self.format, let objection = value["objection"]?.string,
            let log = value["log"]?.string, let leaf = value["leaf"]?.string.flatMap({ Digest($0) }),
            let nonce = value["nonce"]?.string
        else { return nil }
        self.init(objection: objection, log: log, leaf: leaf, nonce: nonce)
    }

    /// Reads a statement as ``json`` has it.
    ///
    /// - Throws: ``RegistryError`` `badValue`.
    public init(_ bytes: [UInt8], file: String) throws(RegistryError) {
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(bytes) } catch {
            throw RegistryError(.badValue, file: file, reason: "it is no statement: \(error)")
        }
        guard let statement = ObjectionStatement(value), statement.json.canonicalBytes == value.canonicalBytes else {
            let advice = "give the object that registry verify --challenge --method signature --json printed"
            throw RegistryError(.badValue, file: file, reason: "it is no \(Self.format); \(advice)")
        }
        self = statement
    }
}
