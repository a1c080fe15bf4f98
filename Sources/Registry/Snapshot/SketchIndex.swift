internal import Provenance

/// Finds the texts whose sketches agree with another's in some places: lists of texts by place and value.
///
/// The file holds, for n texts, where the entry of each stands (n words), where the list of each of the 64 × 256 values begins and
/// the last one ends (16,385 words), and the lists: numbers of texts, rising. Without texts it is empty. Words are little-endian.
struct SketchIndex: Sendable {
    static let lists = TextSketch.placeCount * 256

    private let file: MappedFile
    private let count: Int

    /// - Parameter count: How many texts there are.
    /// - Returns: Nil if the file is not as long as that many texts need.
    init?(_ file: MappedFile, count: Int) {
        let words = count == 0 ? 0 : count + Self.lists + 1 + count * TextSketch.placeCount
        guard file.bytes.count == words * 4 else { return nil }
        (self.file, self.count) = (file, count)
    }

    var bytes: UnsafeBufferPointer<UInt8> { file.bytes }

    /// The places of the entries whose texts may be like one, with how like they are.
    ///
    /// - Parameter sketch: Nil for one that cannot be read, which may be like any.
    /// - Complexity: A visit per text and place that agree; a count per text.
    func similar(to sketch: TextSketch?, _ index: SnapshotIndex) -> [(place: UInt32, similarity: TextSimilarity?)] {
        guard let sketch else { return (0..<count).compactMap { word($0).map { ($0, nil) } } }
        guard sketch.count > 0 else { return [] }
        var agreeing = [UInt8](repeating: 0, count: count)
        agreeing.withUnsafeMutableBufferPointer { agreeing in
            for place in 0..<TextSketch.placeCount { tally(list(place, sketch.octets[place]), into: agreeing) }
        }
        var found: [(place: UInt32, similarity: TextSimilarity?)] = []
        for number in agreeing.indices where agreeing[number] >= TextSketch.leastPlaces {
            guard let place = word(number), let entry = index.entry(at: place),
                let other = TextSketch(octets: entry.key)
            else { continue }
            let similarity = TextSketch.similarity(agreeing: Int(agreeing[number]), sketch.count, other.count)
            found.append((place, similarity))
        }
        return found
    }

    /// The numbers of the texts that have a value in a place; empty for damage.
    private func list(_ place: Int, _ value: UInt8) -> UnsafeBufferPointer<UInt32> {
        let list = count + place << 8 + Int(value)
        guard let start = word(list), let end = word(list + 1), start <= end,
            let bytes = bytes.slice((count + Self.lists + 1 + Int(start)) * 4, Int(end - start) * 4)
        else { return UnsafeBufferPointer(start: nil, count: 0) }
        // A mapped file begins on a page, and all in it are words.
        return UnsafeRawBufferPointer(bytes).assumingMemoryBound(to: UInt32.self)
    }

    private func tally(_ numbers: UnsafeBufferPointer<UInt32>, into agreeing: UnsafeMutableBufferPointer<UInt8>) {
        for number in numbers where UInt32(littleEndian: number) < agreeing.count {
            agreeing[Int(UInt32(littleEndian: number))] &+= 1
        }
    }

    private func word(_ number: Int) -> UInt32? { file.bytes.word(at: number * 4) }
}
