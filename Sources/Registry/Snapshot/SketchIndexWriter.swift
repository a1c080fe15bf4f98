internal import Provenance

/// Makes the bytes of a ``SketchIndex`` from the entries of a snapshot.
struct SketchIndexWriter {
    private(set) var bytes: [UInt8] = []

    /// - Throws: ``RegistryError`` with code `damagedSnapshot` if an entry cannot be read, `badValue` for too many texts.
    init(_ entries: UnsafeBufferPointer<UInt8>, _ manifest: SnapshotManifest) throws(RegistryError) {
        let count = manifest.scopes[.text] ?? 0
        guard count > 0 else { return }
        guard count < Int(UInt32.max) / 4 / TextSketch.placeCount else { throw SnapshotWriter.tooLarge }
        var places: [UInt32] = []
        var at = manifest.starts[.text] ?? 0
        for _ in 0..<count {
            guard let entry = IndexEntry(entries, at: at), entry.key.count == TextSketch.octetCount else {
                throw Snapshot.damage("the sketch at \(at) cannot be read")
            }
            places.append(UInt32(at))
            at = entry.end
        }
        bytes.reserveCapacity((count * (TextSketch.placeCount + 1) + SketchIndex.lists + 1) * 4)
        for place in places { append(place) }
        let (starts, numbers) = Self.lists(entries, places)
        for start in starts { append(start) }
        for number in numbers { append(number) }
    }

    /// Where each list begins, with the end of the last, and the lists one behind the other.
    private static func lists(
        _ entries: UnsafeBufferPointer<UInt8>, _ places: [UInt32]
    ) -> (starts: [UInt32], numbers: [UInt32]) {
        var starts: [UInt32] = [0]
        var numbers: [UInt32] = []
        numbers.reserveCapacity(places.count * TextSketch.placeCount)
        for place in 0..<TextSketch.placeCount {
            var lists = [[UInt32]](repeating: [], count: 256)
            for (number, start) in places.enumerated() {
                guard let key = IndexEntry(entries, at: Int(start))?.key else { continue }
                lists[Int(key[place])].append(UInt32(number))
            }
            for list in lists {
                numbers += list
                starts.append(UInt32(numbers.count))
            }
        }
        return (starts, numbers)
    }

    private mutating func append(_ word: UInt32) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
