extension PageText {
    /// Finds the encoding of a content-decoded payload and brings it to UTF-8.
    ///
    /// A payload that is UTF-8 is not copied.
    ///
    /// - Parameter transportCharset: the `charset` of the Content-Type header, as it was sent; nil if none.
    /// - Throws: `MarkupError` with code `undecodable` if the encoding must not be decoded.
    public init(payload: [UInt8], transportCharset: String? = nil) throws(MarkupError) {
        let (encoding, reason) = EncodingSniffer.sniff(payload, transportCharset: transportCharset)
        if encoding.keepsASCII {
            let check = UTF8Check.check(payload)
            if check == .ascii || check == .valid && encoding == .utf8 {
                self.init(bytes: payload, encoding: encoding, reason: reason, space: .payload, replacements: 0)
                return
            }
        }
        let decoded = try TextDecoder.decode(payload, from: encoding)
        self.init(
            bytes: decoded.text, encoding: encoding, reason: reason, space: .utf8, replacements: decoded.replacements)
    }
}
