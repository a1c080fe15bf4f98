internal import CCurl
internal import CCurlShim

/// One libcurl easy handle, used for one transfer after another on the loop's thread.
///
/// "You must never share the same handle in multiple threads." (curl.se/libcurl/c/threadsafe.html, read 2026-11-23)
final class EasyHandle {
    let raw: UnsafeMutableRawPointer

    init?() {
        guard let raw = curl_easy_init() else { return nil }
        self.raw = raw
    }

    deinit { curl_easy_cleanup(raw) }

    /// Sets an option of the `long` kind. False only if this libcurl lacks it.
    func set(_ option: CURLoption, _ value: Int) -> Bool { shim_easy_set_long(raw, option, value) == CURLE_OK }

    func set(_ option: CURLoption, _ value: String) -> Bool { shim_easy_set_text(raw, option, value) == CURLE_OK }

    func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) -> Bool {
        shim_easy_set_pointer(raw, option, value) == CURLE_OK
    }

    func set(_ option: CURLoption, _ value: UnsafeMutablePointer<curl_slist>?) -> Bool {
        shim_easy_set_list(raw, option, value) == CURLE_OK
    }

    func set(address: OpaquePointer) -> Bool { shim_easy_set_address(raw, address) == CURLE_OK }

    /// Makes the next transfer a POST of these bytes, which libcurl copies.
    func post(_ bytes: [UInt8]) -> Bool {
        var bytes = bytes
        return set(CURLOPT_POSTFIELDSIZE, bytes.count)
            && bytes.withUnsafeMutableBytes { set(CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return shim_easy_get_long(raw, info, &value) == CURLE_OK ? value : 0
    }

    func text(_ info: CURLINFO) -> String {
        var value: UnsafePointer<CChar>?
        guard shim_easy_get_text(raw, info, &value) == CURLE_OK, let value else { return "" }
        return String(cString: value)
    }
}

extension EasyHandle {
    /// Sets what holds for every transfer of a fetcher.
    ///
    /// - Returns: Nil, or the first option that this libcurl did not take.
    func configure(_ settings: FetchSettings, connectTo: borrowing HeaderLines) -> String? {
        let numbers: [(String, CURLoption, Int)] = [
            ("HTTPGET", CURLOPT_HTTPGET, 1), ("NOSIGNAL", CURLOPT_NOSIGNAL, 1),
            ("FOLLOWLOCATION", CURLOPT_FOLLOWLOCATION, 0), ("SSL_VERIFYPEER", CURLOPT_SSL_VERIFYPEER, 1),
            ("SSL_VERIFYHOST", CURLOPT_SSL_VERIFYHOST, 2), ("NETRC", CURLOPT_NETRC, 0),
            ("HTTP09_ALLOWED", CURLOPT_HTTP09_ALLOWED, 0), ("PATH_AS_IS", CURLOPT_PATH_AS_IS, 1),
            // Content coding stays as it is, so that the archive holds the true bytes.
            ("HTTP_CONTENT_DECODING", CURLOPT_HTTP_CONTENT_DECODING, 0),
            ("CONNECTTIMEOUT_MS", CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeout),
            ("TIMEOUT_MS", CURLOPT_TIMEOUT_MS, settings.totalTimeout),
            ("LOW_SPEED_LIMIT", CURLOPT_LOW_SPEED_LIMIT, settings.lowSpeedBytes),
            ("LOW_SPEED_TIME", CURLOPT_LOW_SPEED_TIME, settings.lowSpeedTime / 1000),
            ("DNS_CACHE_TIMEOUT", CURLOPT_DNS_CACHE_TIMEOUT, settings.nameCacheTime / 1000),
            ("BUFFERSIZE", CURLOPT_BUFFERSIZE, 65_536),
            ("HTTP_VERSION", CURLOPT_HTTP_VERSION, settings.version.curlValue),
            // The debug callback is the only way to the request head as sent; it needs this.
            ("VERBOSE", CURLOPT_VERBOSE, 1),
        ]
        for (name, option, value) in numbers where !set(option, value) { return name }
        let texts: [(String, CURLoption, String)] = [
            ("PROTOCOLS_STR", CURLOPT_PROTOCOLS_STR, "http,https"),
            // An empty name switches off every proxy, those of the environment too.
            ("PROXY", CURLOPT_PROXY, ""),
            ("USERAGENT", CURLOPT_USERAGENT, settings.identity.userAgent),
        ]
        for (name, option, value) in texts where !set(option, value) { return name }
        if let authorities = settings.authorities, !set(CURLOPT_CAINFO, authorities) { return "CAINFO" }
        if let list = connectTo.raw, !set(CURLOPT_CONNECT_TO, list) { return "CONNECT_TO" }
        return setCallbacks() ? nil : "callbacks"
    }
}

extension FetchSettings.Version {
    /// The numbers of `CURL_HTTP_VERSION_1_1` and `CURL_HTTP_VERSION_2TLS`.
    var curlValue: Int {
        switch self {
        case .http1: 2
        case .http2: 4
        }
    }
}
