internal import Canonical
internal import WebAddress

extension ObjectionScope {
    /// Whether a page at this address is covered, as far as its address tells.
    func covers(_ url: CanonicalURL) -> Bool {
        let text = url.text.hasPrefix("https://") ? url.text.dropFirst(8) : url.text.dropFirst(7)
        return covers(host: url.host, address: String(text))
    }

    /// Whether all that another scope covers is covered by this one, as far as both tell of themselves.
    func covers(_ other: ObjectionScope) -> Bool {
        if self == other { return true }
        return switch other.kind {
        case .domain: kind == .domain && other.key.hasSuffix("." + key)
        case .host: covers(host: other.key, address: nil)
        case .url, .prefix, .account: covers(host: other.placeHost, address: other.key)
        case .payload, .work, .party, .text, .repertoire, .shard: false
        }
    }

    /// - Parameter address: A canonical URL without its scheme and `//`; nil for all of the host.
    private func covers(host: String, address: String?) -> Bool {
        switch kind {
        case .domain: return host == key || host.hasSuffix("." + key)
        case .host: return host == key
        case .prefix, .account:
            guard var address, address.utf8.starts(with: key.utf8) else { return false }
            let length = key.utf8.count
            return address.withUTF8 { PrefixSearch.covers($0, length) }
        case .url: return address == key
        case .payload, .work, .party, .text, .repertoire, .shard: return false
        }
    }

    /// The host its key begins with, without a port.
    private var placeHost: String {
        let authority = key.prefix { $0 != "/" }
        return authority.hasPrefix("[")
            ? authority.prefix { $0 != "]" } + "]" : String(authority.prefix { $0 != ":" })
    }

    /// Whether it covers something on this host, or on one below it.
    func lies(under host: String) -> Bool {
        let name = kind.hasHost ? placeHost : key
        return name == host || name.hasSuffix("." + host)
    }
}
