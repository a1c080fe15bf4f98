internal import Canonical
internal import Provenance
internal import WebAddress

/// Finds the entries that cover a capture: one look-up per label of each of its hosts, however many entries there are.
struct ScopeIndex<Value: Sendable>: Sendable {
    private var hosts: [String: [(place: Int, value: Value)]] = [:]
    private var prefixes: [String: [(path: String, place: Int, value: Value)]] = [:]
    private var identifiers: [String: [(place: Int, value: Value)]] = [:]
    private var count = 0

    mutating func add(_ value: Value, for scopes: [GroundScope]) {
        for scope in scopes {
            switch scope {
            case .host(let host): hosts[host, default: []].append((count, value))
            case .prefix(let host, let path): prefixes[host, default: []].append((path, count, value))
            case .identifier(let text): identifiers[text, default: []].append((count, value))
            }
        }
        count += 1
    }

    /// The values of the entries that cover the capture, once each, in the order they were added; each with whether an
    /// exact key was hit: a page's own word about where it belongs is not one.
    func values(for keys: MatchKeys) -> [(value: Value, isCertain: Bool)] {
        if count == 0 { return [] }
        var found: [Int: (value: Value, isCertain: Bool)] = [:]
        func take(_ place: Int, _ value: Value, _ isCertain: Bool) {
            found[place] = (value, isCertain || (found[place]?.isCertain ?? false))
        }
        for url in keys.hops + keys.unwrapped { look(up: url) { take($0, $1, true) } }
        for url in keys.declared { look(up: url) { take($0, $1, false) } }
        for identifier in self.identifiers(of: keys) {
            for entry in identifiers[identifier] ?? [] { take(entry.place, entry.value, true) }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    private func identifiers(of keys: MatchKeys) -> [String] {
        if identifiers.isEmpty { return [] }
        let digests = [keys.payload, keys.text].compactMap { $0 }.map { "sha256:" + $0.hex }
        return keys.identifiers + digests
    }

    private func look(up url: CanonicalURL, _ found: (Int, Value) -> Void) {
        if !hosts.isEmpty {
            var rest = Substring(url.host)
            while true {
                for entry in hosts[String(rest)] ?? [] { found(entry.place, entry.value) }
                guard let dot = rest.firstIndex(of: ".") else { break }
                rest = rest[rest.index(after: dot)...]
            }
        }
        for entry in prefixes[url.host] ?? [] where Self.covers(entry.path, url.pathAndQuery) {
            found(entry.place, entry.value)
        }
    }

    static func covers(_ prefix: String, _ path: String) -> Bool {
        guard path.hasPrefix(prefix) else { return false }
        if prefix.hasSuffix("/") || path.utf8.count == prefix.utf8.count { return true }
        let next = path.utf8[path.utf8.index(path.utf8.startIndex, offsetBy: prefix.utf8.count)]
        return next == UInt8(ascii: "/") || next == UInt8(ascii: "?")
    }
}
