public import Canonical
public import Ledger
internal import Shards

/// That a recall was done, signed: `recalls/NNNNNN.receipt.json`, for whoever asked for it.
///
/// Format: `docs/formats/recall.md`, version 1.
public struct RecallReceipt: Sendable {
    static let format = "muniment.recall.receipt/1"
    private static let context = SignatureContext("removal")

    /// Of the record, which names the parts concerned and the rows that went.
    public let record: Digest
    /// Of the run's manifest.
    public let manifest: Digest
    public let at: Timestamp
    public let documents: Int
    public let key: VerifyingKey
    private let signature: [UInt8]

    init(_ record: RecallRecord, documents: Int, key: SigningKey) throws(LedgerError) {
        (self.record, manifest, at, self.documents) = (record.digest, record.manifest, record.at, documents)
        self.key = key.verifying
        signature = try key.sign(
            Self.message(record.digest, record.manifest, record.at, documents, key.verifying), for: Self.context)
    }

    /// Reads a receipt, and takes it only if its signature is that of the key it names.
    ///
    /// - Throws: ``JobError`` `finding`.
    public init(bytes: [UInt8], file: String) throws(JobError) {
        func fault(_ words: String) -> JobError { JobError(.finding, "\(file): \(words)") }
        do {
            let json = try JSONReader.read(bytes)
            guard json["format"]?.string == Self.format, let record = json["record"]?.string.flatMap({ Digest($0) }),
                let manifest = json["manifest"]?.string.flatMap({ Digest($0) }),
                let at = json["at"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
                let documents = json["documents"]?.integer, let key = json["key"]?.string,
                let signature = json["signature"]?.string.flatMap({ Base64.decode($0) })
            else { throw fault("is no receipt of a recall") }
            (self.record, self.manifest, self.at, self.documents) = (record, manifest, at, Int(documents))
            self.key = try VerifyingKey(text: key)
            self.signature = signature
            let message = Self.message(record, manifest, at, Int(documents), self.key)
            guard self.key.isValid(signature, of: message, for: Self.context), self.bytes == bytes else {
                throw fault("its signature does not hold: it was changed, or is not of this key")
            }
        } catch {
            throw JobError(error)
        }
    }

    private static func members(
        _ record: Digest, _ manifest: Digest, _ at: Timestamp, _ documents: Int, _ key: VerifyingKey
    ) -> [JSONValue.Member] {
        [
            .init("at", .string(at.description)), .init("documents", .integer(Int64(documents))),
            .init("format", .string(format)), .init("key", .string(key.text)),
            .init("manifest", .string(manifest.hex)), .init("record", .string(record.hex)),
        ]
    }

    private static func message(
        _ record: Digest, _ manifest: Digest, _ at: Timestamp, _ documents: Int, _ key: VerifyingKey
    ) -> [UInt8] {
        JSONValue.object(members(record, manifest, at, documents, key)).canonicalBytes
    }

    var bytes: [UInt8] {
        JSONValue.object(
            Self.members(record, manifest, at, documents, key) + [.init("signature", .string(Base64.encode(signature)))]
        ).canonicalBytes + [0x0A]
    }
}
