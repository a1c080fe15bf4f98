public import Canonical

/// `limits`: how much of anything is taken.
public struct LimitSettings: Hashable, Sendable {
    /// Bytes of one body as transferred.
    public let bodyBytes: Int
    /// Bytes of one body after content decoding.
    public let decodedBytes: Int
    /// Bytes of one WARC record's block.
    public let recordBytes: Int

    public init(_ node: ConfigNode?) throws(ConfigError) {
        let keys = try node?.map(["body_bytes", "decoded_bytes", "record_bytes"]) ?? [:]
        bodyBytes = try keys["body_bytes"]?.byteCount() ?? 16 << 20
        decodedBytes = try keys["decoded_bytes"]?.byteCount() ?? 32 << 20
        recordBytes = try keys["record_bytes"]?.byteCount() ?? 64 << 20
    }
}
