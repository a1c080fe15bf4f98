public import WebAddress

/// One GET of one URL, or one POST where something is to be sent.
public struct FetchRequest: Sendable {
    public var url: CanonicalURL
    /// Further request headers, in order, such as `If-None-Match`.
    public var headers: [HeaderField]
    /// Bytes of the body as received; nil for the fetcher's setting.
    public var bodyLimit: Int?
    /// What to send; nil for a GET, which is all a crawl ever does.
    public var posted: Posted?

    /// A body to send.
    public struct Posted: Sendable {
        let type: String
        let bytes: [UInt8]

        /// - Parameter type: its media type.
        public init(type: String, bytes: [UInt8]) { (self.type, self.bytes) = (type, bytes) }
    }

    public init(url: CanonicalURL, headers: [HeaderField] = [], bodyLimit: Int? = nil, posted: Posted? = nil) {
        self.posted = posted
        self.url = url
        self.headers = headers
        self.bodyLimit = bodyLimit
    }
}

extension FetchRequest {
    /// Only the fetcher sets these: they say who asks, or carry borrowed rights, or change what is on the wire.
    private static let reserved: Set<String> = [
        "user-agent", "from", "host", "cookie", "authorization", "proxy-authorization", "connection", "te",
        "transfer-encoding", "content-length", "upgrade", "accept-encoding", "expect", "range",
    ]

    /// - Throws: ``TransferError`` with code `forbiddenHeader`.
    func check() throws(TransferError) {
        for field in headers {
            let isToken = !field.name.isEmpty && field.name.utf8.allSatisfy(HeaderField.isTokenByte)
            let isLine = field.value.utf8.allSatisfy { $0 == 0x09 || (0x20...0x7E).contains($0) || $0 >= 0x80 }
            guard isToken, isLine, !field.value.isEmpty, !Self.reserved.contains(field.name.lowercased()) else {
                throw TransferError(
                    .forbiddenHeader, subject: url.description, words: "\"\(field.name)\" is not for a request to set")
            }
        }
    }
}
