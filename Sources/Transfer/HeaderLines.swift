internal import CCurl
internal import CCurlShim

/// A list of header lines that libcurl keeps for the time of a transfer.
struct HeaderLines: ~Copyable {
    private(set) var raw: UnsafeMutablePointer<curl_slist>?

    init() {}

    deinit { curl_slist_free_all(raw) }

    /// - Returns: False if there was no memory for it.
    mutating func append(_ line: String) -> Bool {
        guard let longer = curl_slist_append(raw, line) else { return false }
        raw = longer
        return true
    }
}
