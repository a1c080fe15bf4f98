/// The keys a ``KeyTable`` must find, in the order of the entries.
///
/// Entries of one kind and key stand together, and the table leads to the first of them. Prefixes and accounts are found by
/// host and port: the table leads to the first of each there, and the list of prefixes is searched from it.
struct KeyWalk {
    private let entries: UnsafeBufferPointer<UInt8>
    private let prefixes: Range<Int>
    private let starts: Set<Int>
    private var at = 0
    private var last: UnsafeBufferPointer<UInt8>?

    init(_ entries: UnsafeBufferPointer<UInt8>, _ manifest: SnapshotManifest) {
        self.entries = entries
        let start = manifest.starts[.account] ?? 0
        prefixes = start..<max(start, manifest.starts[.url] ?? 0)
        starts = Set(manifest.starts.values)
    }

    mutating func next() -> (key: UnsafeBufferPointer<UInt8>, place: Int)? {
        while let entry = IndexEntry(entries, at: at) {
            let place = at
            at = entry.end
            let key = prefixes.contains(place) ? Self.authority(of: entry.key) : entry.key
            // A kind's first key is a new one even if it is spelt like the last kind's last.
            if !starts.contains(place), let last, ByteOrder.equal(last, key) { continue }
            last = key
            return (key, place)
        }
        return nil
    }

    /// Host and port of an address: what stands before its first slash.
    static func authority(of address: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        address.before(UInt8(ascii: "/"))
    }
}
