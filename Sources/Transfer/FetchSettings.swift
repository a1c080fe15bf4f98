public import WebAddress

/// What holds for every request of one fetcher. Times are in milliseconds, sizes in bytes.
public struct FetchSettings: Sendable {
    /// Which HTTP is offered. Neither changes what a capture means.
    public enum Version: String, Hashable, Sendable {
        case http1 = "http/1.1"
        /// HTTP/2 where TLS negotiates it, HTTP/1.1 elsewhere.
        case http2 = "http/2"
    }

    public var identity: Identity
    public var version: Version = .http1
    public var connectTimeout = 10_000
    /// From start to end of one hop.
    public var totalTimeout = 60_000
    /// A transfer slower than `lowSpeedBytes` a second for `lowSpeedTime` is ended.
    public var lowSpeedBytes = 64
    public var lowSpeedTime = 20_000
    /// The response head, interim responses and trailers included.
    public var headLimit = 65_536
    public var fieldLimit = 200
    /// Bytes of the body as received; a request or a verdict may set its own.
    public var bodyLimit = 16 * 1_048_576
    /// Connections kept open for later requests.
    public var idleConnections = 256
    /// How long an answer of the name servers is used.
    public var nameCacheTime = 60_000
    /// Addresses that may be spoken to though they are not publicly routable.
    public var allowAddresses: [AddressRange] = []
    /// Host names and the `address:port` to connect to instead, for demos and tests. The address guard still holds.
    public var connectTo: [String: String] = [:]
    /// A PEM file of authorities to trust instead of the system's; nil for the system's.
    public var authorities: String?

    public init(identity: Identity) { self.identity = identity }
}

extension FetchSettings {
    /// - Throws: ``TransferError`` with code `badSettings`, naming the first setting that cannot be obeyed.
    func check() throws(TransferError) {
        let least: [(String, Int, Int)] = [
            ("connectTimeout", connectTimeout, 1), ("totalTimeout", totalTimeout, 1), ("headLimit", headLimit, 1024),
            ("fieldLimit", fieldLimit, 1), ("bodyLimit", bodyLimit, 1), ("lowSpeedBytes", lowSpeedBytes, 0),
            ("lowSpeedTime", lowSpeedTime, 1000), ("idleConnections", idleConnections, 1),
            ("nameCacheTime", nameCacheTime, 0),
        ]
        for (name, value, minimum) in least where value < minimum {
            throw TransferError(.badSettings, subject: "\(name) \(value)", words: "the least is \(minimum)")
        }
        for (host, target) in connectTo where !Self.isPlain(host) || !Self.isPlain(target) || !target.contains(":") {
            throw TransferError(
                .badSettings, subject: "connectTo \(host): \(target)", words: "a host and an address:port are needed")
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
