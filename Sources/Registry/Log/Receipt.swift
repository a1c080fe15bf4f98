public import Canonical
public import Ledger

/// What whoever filed an objection gets at once: that it was received, when, and where it stands in the log.
///
/// Source: `docs/formats/registry.md`, "Receipt".
public struct Receipt: Hashable, Sendable {
    public static let format = "muniment.registry.receipt/1"
    /// What its signature is bound to.
    private static let context = SignatureContext("receipt")

    public let objection: String
    /// The line of the event, which only its holder and the log have.
    public let event: [UInt8]
    public let origin: String
    public let key: VerifyingKey
    public let signature: [UInt8]

    init(_ event: RegistryEvent, key: SigningKey, origin: String) throws(LedgerError) {
        objection = event.subject
        self.event = event.line
        self.origin = origin
        self.key = key.verifying
        signature = try key.sign(
            Self.signed(event.line, event.subject, origin, key.verifying), for: Self.context)
    }

    /// The hash of its leaf in the log.
    public var leaf: Digest { MerkleTree.leaf(event) }

    private static func members(
        _ event: [UInt8], _ objection: String, _ origin: String, _ key: VerifyingKey
    ) -> [JSONValue.Member] {
        [
            .init("event", .string(String(decoding: event, as: UTF8.self))), .init("format", .string(format)),
            .init("key", .string(key.description)),
            .init("leaf", .string(MerkleTree.leaf(event).description)), .init("log", .string(origin)),
            .init("objection", .string(objection)),
        ]
    }

    private static func signed(
        _ event: [UInt8], _ objection: String, _ origin: String, _ key: VerifyingKey
    ) -> [UInt8] {
        JSONValue.object(members(event, objection, origin, key)).canonicalBytes
    }

    public var json: JSONValue {
        .object(
            Self.members(event, objection, origin, key) + [.init("signature", .string(Base64.encode(signature)))])
    }

    /// Whether a file means to be a receipt.
    public static func isReceipt(_ bytes: [UInt8]) -> Bool {
        do throws(JSONError) {
            return try JSONReader.read(bytes)["format"]?.string?.hasPrefix("muniment.registry.receipt/") ?? false
        } catch {
            return false
        }
    }

    /// Reads a receipt, and takes it only if its signature is that of the key it names.
    ///
    /// - Parameter trusted: The key the receipt must be signed by; nil to take it at its word.
    /// - Throws: ``RegistryError`` with code `badValue`.
    public init(_ bytes: [UInt8], trusted: VerifyingKey? = nil, file: String) throws(RegistryError) {
        func fault(_ reason: String) -> RegistryError { RegistryError(.badValue, file: file, reason: reason) }
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(bytes) } catch { throw fault("it is no receipt: \(error)") }
        guard value["format"]?.string == Self.format, let event = value["event"]?.string,
            let objection = value["objection"]?.string, let origin = value["log"]?.string,
            let name = value["key"]?.string, let signature = value["signature"]?.string.flatMap({ Base64.decode($0) })
        else { throw fault("it is no receipt of the format \(Self.format)") }
        let key: VerifyingKey
        do throws(LedgerError) { key = try VerifyingKey(text: name) } catch { throw fault("\(error)") }
        guard trusted == nil || trusted == key else { throw fault("it is signed by \(key), not by the key given") }
        let line = Array(event.utf8)
        guard key.isValid(signature, of: Self.signed(line, objection, origin, key), for: Self.context) else {
            throw fault("its signature does not hold: it was changed, or is not of this key")
        }
        (self.objection, self.event, self.origin, self.key, self.signature) = (objection, line, origin, key, signature)
        guard json.canonicalBytes == value.canonicalBytes else { throw fault("it holds more than a receipt does") }
    }
}
