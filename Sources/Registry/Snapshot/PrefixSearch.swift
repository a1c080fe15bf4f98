/// Finds the prefixes of one host and port that cover an address.
///
/// The prefixes stand sorted. All that begin a text sort at or before it, and each of them begins the last that does:
/// so a binary search finds the longest candidate, and a search for what it shares with the text the next shorter.
struct PrefixSearch {
    private let index: SnapshotIndex
    /// The numbers of the entries that are searched.
    private let numbers: Range<Int>

    init(_ index: SnapshotIndex, among kind: ScopeKind) {
        self.index = index
        numbers = index.prefixes(of: kind)
    }

    /// - Parameters:
    ///   - length: That of host and port, which every prefix of theirs exceeds.
    ///   - place: Of the first prefix of this host and port.
    func find(
        _ address: UnsafeBufferPointer<UInt8>, longerThan length: Int, from place: UInt32, _ body: (UInt32) -> Void
    ) {
        let first = number(of: place)
        var end = bound(address, first, numbers.upperBound)
        var rest = address
        // Only damage has an empty key, or keys that are not in order; whatever the keys, each turn leaves one behind.
        while end > first, rest.count > length, let key = key(end - 1), !key.isEmpty {
            let shared = Self.shared(key, rest)
            if shared == key.count {
                end = giveRun(end, key, isCovering: Self.covers(address, key.count), body)
                rest = UnsafeBufferPointer(rebasing: rest[..<(key.count - 1)])
            } else {
                rest = UnsafeBufferPointer(rebasing: rest[..<shared])
                end -= 1
            }
            end = bound(rest, first, end)
        }
    }

    /// Whether a prefix of this many octets of an address covers it.
    ///
    /// One that ends in a letter or digit ends a segment of path or query there: `/u/ann` covers `/u/ann/1` and not
    /// `/u/anna`. One that ends otherwise, as in `/` or `id=`, covers whatever follows.
    /// Source: the match rule of a URL prefix, "ends at path segment"; the query is read alike.
    static func covers(_ address: UnsafeBufferPointer<UInt8>, _ length: Int) -> Bool {
        guard length < address.count, length > 0 else { return length == address.count }
        switch address[length - 1] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
        default: return true
        }
        switch address[length] {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "="): return true
        default: return false
        }
    }

    /// Gives every prefix of one key, of which the last is number `end - 1`.
    ///
    /// - Returns: The number of the first.
    private func giveRun(
        _ end: Int, _ key: UnsafeBufferPointer<UInt8>, isCovering: Bool, _ body: (UInt32) -> Void
    ) -> Int {
        var number = end
        while number > numbers.lowerBound, let other = self.key(number - 1), ByteOrder.equal(other, key) {
            number -= 1
            if isCovering, let place = index.prefixes.word(at: number * 4) { body(place) }
        }
        return number
    }

    private func key(_ number: Int) -> UnsafeBufferPointer<UInt8>? {
        index.prefixes.word(at: number * 4).flatMap { index.entry(at: $0) }?.key
    }

    /// The number of the prefix whose entry stands at a place.
    private func number(of place: UInt32) -> Int {
        var (low, high) = (numbers.lowerBound, numbers.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if index.prefixes.word(at: middle * 4) ?? .max < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The number of the first prefix in a range that sorts behind a text.
    private func bound(_ text: UnsafeBufferPointer<UInt8>, _ first: Int, _ end: Int) -> Int {
        var (low, step) = (first, 1)
        var high = first
        // Hosts have few prefixes as a rule, and all stand close to the first.
        while high < end, let key = key(high), ByteOrder.compare(key, text) <= 0 {
            low = high + 1
            high += step
            step *= 2
        }
        high = min(high, end)
        while low < high {
            let middle = (low + high) / 2
            guard let key = key(middle) else { return low }
            if ByteOrder.compare(key, text) <= 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func shared(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        while count < one.count, count < other.count, one[count] == other[count] { count += 1 }
        return count
    }
}
