internal import CTimeStampShim
public import Canonical

/// Time stamps of an authority outside: that a digest was there at a time.
///
/// Source: RFC 3161, sections 2.4.1 and 2.4.2; RFC 5816 for digests of certificates, date read 2026-11-30. Made and checked by OpenSSL.
public enum TimeStamp {
    /// What an authority is to be sent, as `application/timestamp-query`.
    ///
    /// - Parameter nonce: 8 bytes that no other request has.
    /// - Throws: ``LedgerError`` `storage` if there is no memory.
    public static func request(for digest: Digest, nonce: [UInt8]) throws(LedgerError) -> [UInt8] {
        precondition(nonce.count == 8)
        var bytes: UnsafeMutablePointer<UInt8>?
        let length = Int(shim_timestamp_request(digest.bytes, nonce, &bytes))
        defer { shim_timestamp_free(bytes) }
        guard length > 0, let bytes else { throw LedgerError(.storage, "", "no memory for a time-stamp request") }
        return Array(UnsafeBufferPointer(start: bytes, count: length))
    }

    /// The time in an authority's answer.
    ///
    /// Certificates are looked at as of that time: one that has run out since does not unmake what was stamped before.
    ///
    /// - Parameters:
    ///   - response: `application/timestamp-reply`, as it came.
    ///   - authorities: a PEM file of those that are trusted.
    ///   - subject: what errors name the response by.
    /// - Throws: ``LedgerError`` `badSignature` for an answer that is refused, is over something else, or is not signed by
    ///   one of the authorities.
    public static func time(
        of response: [UInt8], over digest: Digest, authorities: String, subject: String
    ) throws(LedgerError) -> Timestamp {
        var seconds: Int64 = 0
        var why = [CChar](repeating: 0, count: 256)
        let holds = shim_timestamp_check(
            response, response.count, digest.bytes, authorities, &seconds, &why, why.count)
        guard holds == 1 else {
            let words = String(decoding: why.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            throw LedgerError(.badSignature, subject, "the time stamp \(words)")
        }
        return Timestamp(seconds: seconds)
    }
}
