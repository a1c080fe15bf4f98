public import Provenance

extension TextSketch {
    /// Sketches a text: one-permutation MinHash over its shingles, empty places filled from the next full one.
    ///
    /// Source: P. Li, A. Owen, C.-H. Zhang, "One Permutation Hashing" (NIPS 2012); A. Shrivastava, P. Li, "Densifying One
    /// Permutation Hashing via Rotation" (ICML 2014); read 2026-11-30.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - common: Texts whose shingles do not count: boilerplate, licences. A text of nothing else has a sketch of size 0.
    public init(of text: [UInt8], ignoring common: CommonShingles = CommonShingles()) {
        self = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: SketchInTheMaking.words) { words in
            let sketch = SketchInTheMaking(words)
            text.withUnsafeBufferPointer { text in
                if common.isEmpty {
                    Shingles.each(in: text) { sketch.add($0) }
                } else {
                    Shingles.each(in: text) { if !common.contains($0) { sketch.add($0) } }
                }
            }
            return TextSketch(places: sketch.places, count: sketch.count)
        }
    }
}

/// The least shingle hash of each place, while shingles come in, and which have come.
private struct SketchInTheMaking {
    /// So many bits tell how many different shingles have come, by linear counting.
    private static let bits = 1 << 16
    /// Words of memory it works in.
    static let words = TextSketch.placeCount + bits / 64

    private let least: UnsafeMutableBufferPointer<UInt64>
    private let seen: UnsafeMutableBufferPointer<UInt64>

    /// - Parameter memory: ``words`` of it, which are its own as long as it lives.
    init(_ memory: UnsafeMutableBufferPointer<UInt64>) {
        least = UnsafeMutableBufferPointer(rebasing: memory[..<TextSketch.placeCount])
        seen = UnsafeMutableBufferPointer(rebasing: memory[TextSketch.placeCount..<Self.words])
        least.initialize(repeating: .max)
        seen.initialize(repeating: 0)
    }

    /// - Parameter hash: Its high six bits choose the place, its low sixteen the bit it is counted by.
    @inline(__always)
    func add(_ hash: UInt64) {
        let place = Int(hash >> 58)
        let rest = hash << 6
        if rest < least[place] { least[place] = rest }
        seen[Int(hash >> 6 & 0x3FF)] |= 1 << (hash & 63)
    }

    /// How many different ones have come: m ln(m / (m − s)) for s bits of m, in whole numbers by a Padé approximant.
    ///
    /// Within one in a hundred up to half of the bits, and too low where nearly all are set, from 100,000 shingles on.
    /// Source: K.-Y. Whang, B. Vander-Zanden, H. Taylor, "A Linear-Time Probabilistic Counting Algorithm" (TODS 1990).
    var count: Int {
        let set = seen.reduce(0) { $0 + $1.nonzeroBitCount }
        return set * (6 * Self.bits - set) / (6 * Self.bits - 4 * set)
    }

    /// All zero if none has come.
    var places: [UInt8] {
        guard least.contains(where: { $0 != .max }) else { return [UInt8](repeating: 0, count: least.count) }
        return least.indices.map { index in
            var distance = 0
            while least[(index + distance) & 63] == .max { distance += 1 }
            let value = least[(index + distance) & 63] &+ UInt64(distance) &* 0x9E37_79B9_7F4A_7C15
            return UInt8(truncatingIfNeeded: (value ^ value >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 56)
        }
    }
}
