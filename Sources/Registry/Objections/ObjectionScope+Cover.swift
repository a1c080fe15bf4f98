internal import Canonical
internal import WebAddress

extension ObjectionScope {
    /// Whether a page at this address is covered, as far as its address tells.
    func covers(_ url: CanonicalURL) -> Bool {
        let host = url.host
        let text = url.text.hasPrefix("https://") ? url.text.dropFirst(8) : url.text.dropFirst(7)
        return switch kind {
        case .domain: host == key || host.hasSuffix("." + key)
        case .host: host == key
        case .prefix, .account: text.utf8.starts(with: key.utf8)
        case .url: text.utf8.elementsEqual(key.utf8)
        default: false
        }
    }

    /// Whether it covers something on this host, or on one below it.
    func lies(under host: String) -> Bool {
        let authority = key.prefix { $0 != "/" }
        let name = authority.hasPrefix("[") ? String(authority) : String(authority.prefix { $0 != ":" })
        return name == host || name.hasSuffix("." + host)
    }
}
