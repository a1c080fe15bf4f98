internal import CCurl
internal import CCurlShim
internal import WebAddress

/// A URL as libcurl has parsed it. A transfer is given this, so that no second reading happens.
struct CurlAddress: ~Copyable {
    let raw: OpaquePointer

    /// - Throws: ``TransferError`` with code `unsupportedScheme` or `hostDisagreement`.
    init(_ url: CanonicalURL) throws(TransferError) {
        guard url.url.scheme == "http" || url.url.scheme == "https" else {
            throw TransferError(.unsupportedScheme, subject: url.text, words: "only http and https are fetched")
        }
        guard let raw = curl_url() else {
            throw TransferError(.failed, subject: url.text, words: "no memory for a URL")
        }
        let code = curl_url_set(raw, CURLUPART_URL, url.text, Self.setFlags)
        let difference = code == CURLUE_OK ? Self.difference(raw, url) : String(cString: curl_url_strerror(code))
        if let difference {
            curl_url_cleanup(raw)
            throw TransferError(
                .hostDisagreement, subject: url.text, words: "libcurl reads it otherwise: \(difference)")
        }
        self.raw = raw
    }

    deinit { curl_url_cleanup(raw) }
}

extension CurlAddress {
    private static var setFlags: UInt32 { UInt32(CURLU_PATH_AS_IS) | UInt32(CURLU_DISALLOW_USER) }

    private static func difference(_ raw: OpaquePointer, _ url: CanonicalURL) -> String? {
        let origin = url.origin
        let wanted = [
            (CURLUPART_SCHEME, origin.scheme), (CURLUPART_HOST, origin.host), (CURLUPART_PORT, String(origin.port)),
        ]
        for (part, expected) in wanted where text(raw, part) != expected {
            return "\"\(text(raw, part) ?? "nothing")\" instead of \"\(expected)\""
        }
        let query = text(raw, CURLUPART_QUERY).map { "?" + $0 } ?? ""
        let target = (text(raw, CURLUPART_PATH) ?? "") + query
        // libcurl drops the "?" of an empty query.
        return target == url.pathAndQuery || target + "?" == url.pathAndQuery ? nil : "the target \"\(target)\""
    }

    private static func text(_ raw: OpaquePointer, _ part: CURLUPart) -> String? {
        var found: UnsafeMutablePointer<CChar>?
        guard curl_url_get(raw, part, &found, UInt32(CURLU_DEFAULT_PORT)) == CURLUE_OK, let found else { return nil }
        defer { curl_free(found) }
        return String(cString: found)
    }
}
