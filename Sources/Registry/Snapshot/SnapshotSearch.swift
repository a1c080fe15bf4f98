internal import Canonical
internal import WebAddress

/// One capture's search through a snapshot.
struct SnapshotSearch {
    struct Hit {
        /// Where its entry stands.
        let place: UInt32
        var key: String
        var isUncertain: Bool
    }

    private let snapshot: Snapshot
    private let index: SnapshotIndex
    private(set) var hits: [Hit] = []
    /// Where in `hits` each entry stands.
    private var known: [UInt32: Int] = [:]
    private var found: [UInt32] = []

    init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        index = snapshot.index
    }

    mutating func look(up url: CanonicalURL) {
        find(covering: url)
        if !found.isEmpty { take(url.text, isUncertain: false) }
    }

    mutating func look(up url: CanonicalURL, declaredBy page: CanonicalURL?) {
        find(covering: url)
        if !found.isEmpty { take(url.text, isUncertain: !isSameSite(url, page)) }
    }

    mutating func look(upDomain domain: String) {
        var name = domain
        name.withUTF8 { find(domainsCovering: $0) }
        if !found.isEmpty { take(domain, isUncertain: false) }
    }

    mutating func look(up payload: Digest) {
        guard has(.payload) else { return }
        payload.bytes.withUnsafeBufferPointer { find($0, among: ScopeKind.payload.bit) }
        if !found.isEmpty { take(payload.description, isUncertain: false) }
    }

    /// A sure match of an objection makes an unsure one of it sure, whichever came first.
    private mutating func take(_ key: String, isUncertain: Bool) {
        for place in found {
            guard let at = known[place] else {
                known[place] = hits.count
                hits.append(Hit(place: place, key: key, isUncertain: isUncertain))
                continue
            }
            if hits[at].isUncertain, !isUncertain { hits[at] = Hit(place: place, key: key, isUncertain: false) }
        }
        found.removeAll(keepingCapacity: true)
    }

    private func isSameSite(_ url: CanonicalURL, _ page: CanonicalURL?) -> Bool {
        guard let page else { return false }
        if url.host == page.host { return true }
        guard let list = snapshot.publicSuffixList, let domain = list.registrableDomain(of: url.host) else {
            return false
        }
        return domain == list.registrableDomain(of: page.host)
    }

    private func has(_ kind: ScopeKind) -> Bool { index.manifest.scopes[kind] ?? 0 > 0 }

    private mutating func find(covering url: CanonicalURL) {
        var text = url.text
        text.withUTF8 { whole in
            let schemeLength = whole[4] == UInt8(ascii: "s") ? 8 : 7
            find(covering: UnsafeBufferPointer(rebasing: whole[schemeLength...]))
        }
    }

    /// - Parameter address: A canonical URL without its scheme and `//`.
    private mutating func find(covering address: UnsafeBufferPointer<UInt8>) {
        let authority = KeyWalk.authority(of: address)
        let host = Self.host(of: authority)
        find(
            host, among: ScopeKind.domain.bit | ScopeKind.host.bit,
            prefixOf: authority.count == host.count ? address : nil)
        if authority.count != host.count { find(authority, among: 0, prefixOf: address) }
        if host.first != UInt8(ascii: "["), has(.domain) {
            for start in host.indices where start > 0 && host[start - 1] == UInt8(ascii: ".") {
                find(UnsafeBufferPointer(rebasing: host[start...]), among: ScopeKind.domain.bit)
            }
        }
        if has(.url) { find(address, among: ScopeKind.url.bit) }
    }

    private mutating func find(domainsCovering host: UnsafeBufferPointer<UInt8>) {
        for start in host.indices where start == 0 || host[start - 1] == UInt8(ascii: ".") {
            find(UnsafeBufferPointer(rebasing: host[start...]), among: ScopeKind.domain.bit)
        }
    }

    /// - Parameter address: What the prefixes of this host and port are to begin; nil if they are not sought.
    private mutating func find(
        _ key: UnsafeBufferPointer<UInt8>, among kinds: UInt8,
        prefixOf address: UnsafeBufferPointer<UInt8>? = nil
    ) {
        var places: [UInt32] = []
        index.table.candidates(key) { places.append($0) }
        for place in places {
            let kind = index.kind(at: place)
            if kinds & kind.bit != 0 {
                addRun(place, kind, key)
            } else if kind == .prefix, let address {
                addPrefixes(from: place, of: address, authority: key)
            }
        }
    }

    /// Every entry of one kind and key, of which the first stands at a place.
    private mutating func addRun(_ place: UInt32, _ kind: ScopeKind, _ key: UnsafeBufferPointer<UInt8>) {
        var place = place
        while let entry = index.entry(at: place), ByteOrder.equal(entry.key, key), index.kind(at: place) == kind {
            found.append(place)
            place = UInt32(entry.end)
        }
    }

    private mutating func addPrefixes(
        from place: UInt32, of address: UnsafeBufferPointer<UInt8>, authority: UnsafeBufferPointer<UInt8>
    ) {
        guard let first = index.entry(at: place),
            ByteOrder.equal(KeyWalk.authority(of: first.key), authority)
        else { return }
        PrefixSearch(index).find(address, longerThan: authority.count, from: place) { found.append($0) }
    }

    /// The host at the start of an authority: without its port, an IPv6 address with its brackets.
    private static func host(of authority: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let start = authority.first == UInt8(ascii: "[") ? authority.firstIndex(of: UInt8(ascii: "]")) ?? 0 : 0
        let end = authority[start...].firstIndex(of: UInt8(ascii: ":")) ?? authority.count
        return UnsafeBufferPointer(rebasing: authority[..<end])
    }
}
