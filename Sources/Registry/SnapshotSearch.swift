internal import Canonical
internal import WebAddress

/// One capture's search through a snapshot.
struct SnapshotSearch {
    struct Hit {
        let record: Int
        var key: String
        var isUncertain: Bool
    }

    private let snapshot: Snapshot
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var hits: [Hit] = []
    /// Where in `hits` each record stands.
    private var places: [Int: Int] = [:]

    init(_ snapshot: Snapshot, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.snapshot = snapshot
        self.bytes = bytes
    }

    mutating func look(up url: CanonicalURL) {
        for record in records(covering: url) { add(record, key: url.text, isUncertain: false) }
    }

    mutating func look(up url: CanonicalURL, declaredBy page: CanonicalURL?) {
        let found = records(covering: url)
        guard !found.isEmpty else { return }
        let isUncertain = !isSameSite(url, page)
        for record in found { add(record, key: url.text, isUncertain: isUncertain) }
    }

    mutating func look(upDomain domain: String) {
        var name = domain
        let found = name.withUTF8 { domains(covering: $0) }
        for record in found { add(record, key: domain, isUncertain: false) }
    }

    mutating func look(up payload: Digest) {
        guard snapshot.exact.has(.payload) else { return }
        var hex = payload.hex
        for record in hex.withUTF8({ find(.payload, $0) }) {
            add(record, key: payload.description, isUncertain: false)
        }
    }

    private mutating func add(_ record: Int, key: String, isUncertain: Bool) {
        guard let known = places[record] else {
            places[record] = hits.count
            hits.append(Hit(record: record, key: key, isUncertain: isUncertain))
            return
        }
        // A sure match of the same objection makes an unsure one sure, whichever came first.
        if hits[known].isUncertain, !isUncertain { hits[known] = Hit(record: record, key: key, isUncertain: false) }
    }

    private func isSameSite(_ url: CanonicalURL, _ page: CanonicalURL?) -> Bool {
        guard let page else { return false }
        if url.host == page.host { return true }
        guard let domain = snapshot.publicSuffixList.registrableDomain(of: url.host) else { return false }
        return domain == snapshot.publicSuffixList.registrableDomain(of: page.host)
    }

    private func records(covering url: CanonicalURL) -> [Int] {
        var text = url.text
        return text.withUTF8 { whole in
            let schemeLength = whole[4] == UInt8(ascii: "s") ? 8 : 7
            let address = UnsafeBufferPointer(rebasing: whole[schemeLength...])
            guard address.contains(JSONSpelling.backslash) else { return records(coveringSpelt: address) }
            return JSONSpelling.applied(to: address).withUnsafeBufferPointer { records(coveringSpelt: $0) }
        }
    }

    /// - Parameter address: A canonical URL without its scheme and `//`, as JSON spells it.
    private func records(coveringSpelt address: UnsafeBufferPointer<UInt8>) -> [Int] {
        let host = Self.host(of: address)
        var found = host.first == UInt8(ascii: "[") ? [] : domains(covering: host)
        found += find(.host, host)
        found += snapshot.prefixes.find(address, snapshot.records, bytes)
        found += find(.url, address)
        return found
    }

    private func domains(covering host: UnsafeBufferPointer<UInt8>) -> [Int] {
        guard snapshot.exact.has(.domain) else { return [] }
        var found: [Int] = []
        for start in host.indices where start == 0 || host[start - 1] == UInt8(ascii: ".") {
            found += find(.domain, UnsafeBufferPointer(rebasing: host[start...]))
        }
        return found
    }

    private func find(_ kind: ScopeKind, _ key: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        guard snapshot.exact.has(kind) else { return 0..<0 }
        return snapshot.exact.find(kind, key, snapshot.records, bytes)
    }

    /// The host at the start of an address: up to its port or path, an IPv6 address with its brackets.
    private static func host(of address: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var end = 0
        if address.first == UInt8(ascii: "[") { end = address.firstIndex(of: UInt8(ascii: "]")) ?? 0 }
        while end < address.count, address[end] != UInt8(ascii: "/"), address[end] != UInt8(ascii: ":") || end == 0 {
            end += 1
        }
        return UnsafeBufferPointer(rebasing: address[..<end])
    }
}
