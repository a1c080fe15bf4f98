internal import Canonical
internal import Provenance
internal import WebAddress

/// One capture's search through a snapshot.
struct SnapshotSearch {
    struct Hit {
        /// Where its entry stands.
        let place: UInt32
        var key: String
        var isUncertain: Bool
        /// How like the text objected to it is; nil for an exact match.
        var similarity: TextSimilarity?
    }

    private let list: SuffixBox
    private let index: SnapshotIndex
    private(set) var hits: [Hit] = []
    /// Where in `hits` each entry stands.
    private var known: [UInt32: Int] = [:]
    private var found: [UInt32] = []

    init(_ snapshot: Snapshot) {
        (index, list) = (snapshot.index, snapshot.list)
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
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { octets in
            payload.copy(to: UnsafeMutableRawBufferPointer(octets))
            find(UnsafeBufferPointer(octets), among: ScopeKind.payload.bit)
        }
        if !found.isEmpty { take(payload.description, isUncertain: false) }
    }

    /// - Parameter identifier: In the form scopes have it: `isbn:…`, `orcid:…`.
    mutating func look(upIdentifier identifier: String) {
        guard has(.work) || has(.party) else { return }
        for var key in [identifier] + Self.sameParty(as: identifier) {
            key.withUTF8 { find($0, among: ScopeKind.work.bit | ScopeKind.party.bit) }
        }
        if !found.isEmpty { take(identifier, isUncertain: false) }
    }

    /// An ORCID is an ISNI, of a block that was set apart for it, and names the same person as either.
    ///
    /// Source: ORCID, "Structure of the ORCID Identifier", read 2026-11-30.
    private static func sameParty(as identifier: String) -> [String] {
        let parts = identifier.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let scheme = IdentifierScheme(rawValue: String(parts[0])) else { return [] }
        let other: IdentifierScheme
        switch scheme {
        case .orcid: other = .isni
        case .isni: other = .orcid
        default: return []
        }
        do throws(IdentifierError) { return [try Identifier(other, String(parts[1])).text] } catch { return [] }
    }

    mutating func look(upShard name: String) {
        guard has(.shard) else { return }
        var key = name
        key.withUTF8 { find($0, among: ScopeKind.shard.bit) }
        if !found.isEmpty { take(name, isUncertain: false) }
    }

    /// Texts like this one, each with how like it is. What cannot be read may be like any of them.
    mutating func look(upSketch text: String) {
        guard has(.text), !text.isEmpty else { return }
        let sketch = TextSketch(base64: text)
        for (place, similarity) in index.sketches.similar(to: sketch, index) {
            hits.append(Hit(place: place, key: "text", isUncertain: sketch == nil, similarity: similarity))
        }
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
        guard let list = list.value, let domain = list.registrableDomain(of: url.host) else {
            return false
        }
        return domain == list.registrableDomain(of: page.host)
    }

    private func has(_ kind: ScopeKind) -> Bool { index.has(kind) }

    private mutating func find(covering url: CanonicalURL) {
        var text = url.text
        text.withUTF8 { whole in
            let schemeLength = whole[4] == UInt8(ascii: "s") ? 8 : 7
            find(covering: UnsafeBufferPointer(rebasing: whole[schemeLength...]))
        }
    }

    /// A key that is looked up.
    private struct Probe {
        let key: UnsafeBufferPointer<UInt8>
        let hash: UInt64
        let kinds: UInt16
        /// Whether the key is a host and port whose prefixes are to begin the address.
        let hasPrefixes: Bool
    }

    /// So many take half a KiB of the stack. An address with more levels is looked up in several goes.
    private static let probesAtOnce = 16

    /// - Parameter address: A canonical URL without its scheme and `//`.
    private mutating func find(covering address: UnsafeBufferPointer<UInt8>) {
        let authority = KeyWalk.authority(of: address)
        let host = Self.host(of: authority)
        withUnsafeTemporaryAllocation(of: Probe.self, capacity: Self.probesAtOnce) { room in
            // The filter is asked of all before any is followed: memory then answers them together.
            var (count, kept) = (0, UInt32(0))
            func add(_ key: UnsafeBufferPointer<UInt8>, _ kinds: UInt16, hasPrefixes: Bool = false) {
                if count == Self.probesAtOnce {
                    follow(room, kept, of: address)
                    (count, kept) = (0, 0)
                }
                let hash = index.table.hash(key)
                kept |= (index.mayHold(hash) ? 1 : 0) &<< UInt32(count)
                room.initializeElement(
                    at: count, to: Probe(key: key, hash: hash, kinds: kinds, hasPrefixes: hasPrefixes))
                count += 1
            }
            let isWhole = authority.count == host.count
            add(host, ScopeKind.domain.bit | ScopeKind.host.bit, hasPrefixes: isWhole)
            if !isWhole { add(authority, 0, hasPrefixes: true) }
            if host.first != UInt8(ascii: "["), has(.domain) {
                var name = host.behind(UInt8(ascii: "."))
                // A domain that can be objected to has a dot, so that the last label alone is none.
                while let domain = name, let rest = domain.behind(UInt8(ascii: ".")) {
                    add(domain, ScopeKind.domain.bit)
                    name = rest
                }
            }
            if has(.url) { add(address, ScopeKind.url.bit) }
            follow(room, kept, of: address)
        }
    }

    /// Follows the keys that may stand in the table.
    ///
    /// - Parameter kept: A bit for each of them, the first lowest.
    private mutating func follow(
        _ probes: UnsafeMutableBufferPointer<Probe>, _ kept: UInt32, of address: UnsafeBufferPointer<UInt8>
    ) {
        var left = kept
        while left != 0 {
            find(probes[left.trailingZeroBitCount], of: address)
            left &= left - 1
        }
    }

    private mutating func find(domainsCovering host: UnsafeBufferPointer<UInt8>) {
        for start in host.indices where start == 0 || host[start - 1] == UInt8(ascii: ".") {
            find(UnsafeBufferPointer(rebasing: host[start...]), among: ScopeKind.domain.bit)
        }
    }

    private mutating func find(_ key: UnsafeBufferPointer<UInt8>, among kinds: UInt16) {
        let hash = index.table.hash(key)
        guard index.mayHold(hash) else { return }
        find(Probe(key: key, hash: hash, kinds: kinds, hasPrefixes: false), of: key)
    }

    private mutating func find(_ probe: Probe, of address: UnsafeBufferPointer<UInt8>) {
        var places: [UInt32] = []
        index.table.candidates(index.table.look(probe.hash)) { places.append($0) }
        for place in places {
            let kind = index.kind(at: place)
            if probe.kinds & kind.bit != 0 {
                addRun(place, kind, probe.key)
            } else if kind.isPrefixLike, probe.hasPrefixes {
                addPrefixes(from: place, kind, of: address, authority: probe.key)
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
        from place: UInt32, _ kind: ScopeKind, of address: UnsafeBufferPointer<UInt8>,
        authority: UnsafeBufferPointer<UInt8>
    ) {
        guard let first = index.entry(at: place),
            ByteOrder.equal(KeyWalk.authority(of: first.key), authority)
        else { return }
        PrefixSearch(index, among: kind).find(address, longerThan: authority.count, from: place) { found.append($0) }
    }

    /// The host at the start of an authority: without its port, an IPv6 address with its brackets.
    private static func host(of authority: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard authority.first == UInt8(ascii: "[") else { return authority.before(UInt8(ascii: ":")) }
        let start = authority.firstIndex(of: UInt8(ascii: "]")) ?? 0
        let end = authority[start...].firstIndex(of: UInt8(ascii: ":")) ?? authority.count
        return UnsafeBufferPointer(rebasing: authority[..<end])
    }
}
