internal import Canonical
internal import Hummingbird
internal import NIOCore
internal import WebAddress

/// What is known of a request besides itself.
struct PortalContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks, as it is counted: an IPv4 address, or the first half of an IPv6 address, of which one client has all the rest.
    var client: String
    /// The language of the page; that of the path, or English.
    var language = Language.english

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        client = Self.client(source.channel.remoteAddress?.ipAddress ?? "")
    }

    static func client(_ address: String) -> String {
        guard let parsed = IPAddress(host: "[\(address)]"), !parsed.isIPv4 else { return address }
        return Hex.encode(parsed.bytes.prefix(8))
    }
}
