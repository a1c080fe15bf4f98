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
        for place in 0..<TextSketch.placeCount {
            let list = count + place << 8 + Int(sketch.octets[place])
            guard let start = word(list), let end = word(list + 1), start <= end else { continue }
            for at in Int(start)..<Int(end) {
                guard let number = word(count + Self.lists + 1 + at), number < count else { break }
                agreeing[Int(number)] &+= 1
            }
        }
        return agreeing.indices.compactMap { number in
            guard agreeing[number] >= TextSketch.leastPlaces, let place = word(number),
                let entry = index.entry(at: place), let other = TextSketch(octets: entry.key)
            else { return nil }
            return (place, TextSketch.similarity(agreeing: Int(agreeing[number]), sketch.count, other.count))
        }
    }

    private func word(_ number: Int) -> UInt32? { file.bytes.word(at: number * 4) }
}
