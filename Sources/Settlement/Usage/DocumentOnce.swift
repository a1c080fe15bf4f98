/// Which documents a report has told already, so that each counts once for a work in a use.
///
/// Ten million lines take 200 MB: of a document lie 64 bits, and 32 of the work it stood with first.
struct DocumentOnce {
    private static let none: UInt64 = 0

    private var documents: [UInt64] = Array(repeating: Self.none, count: 1 << 10)
    /// Of the work, odd; even where no work is known, and then more of the document.
    private var works: [UInt32] = Array(repeating: 0, count: 1 << 10)
    private var count = 0
    /// Documents that stood with a second work, and more.
    private var more: Set<UInt64> = []

    /// - Parameters:
    ///   - use: Whatever tells one use from another.
    ///   - work: Empty where none is known; a document has no known work and unknown ones too.
    /// - Returns: False for one that was told for that work already.
    mutating func add(use: UInt64, document: Octets, work: Octets) -> Bool {
        let mark = Mark(document, seed: use)
        let name = work.isEmpty ? UInt32(truncatingIfNeeded: mark.second) & ~1 : Self.tag(work)
        let place = place(of: mark.first)
        guard documents[place] != Self.none else {
            (documents[place], works[place]) = (mark.first, name)
            count += 1
            if count * 4 > documents.count * 3 { grow() }
            return true
        }
        let known = works[place]
        guard known & 1 == 1, name & 1 == 1 else { return known & 1 == 0 && name & 1 == 0 && known != name }
        return known != name && more.insert(Mark(work, seed: mark.first).first).inserted
    }

    typealias Octets = Slice<UnsafeBufferPointer<UInt8>>

    private static func tag(_ work: Octets) -> UInt32 {
        UInt32(truncatingIfNeeded: Mark(work, seed: 0).first) | 1
    }

    /// Where a document is, or would be.
    private func place(of mark: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: mark) & (documents.count - 1)
        while documents[place] != Self.none, documents[place] != mark { place = (place + 1) & (documents.count - 1) }
        return place
    }

    private mutating func grow() {
        let (known, names) = (documents, works)
        documents = Array(repeating: Self.none, count: known.count * 2)
        works = Array(repeating: 0, count: known.count * 2)
        for (mark, name) in zip(known, names) where mark != Self.none {
            let place = place(of: mark)
            (documents[place], works[place]) = (mark, name)
        }
    }

    /// Two numbers that stand for some octets. Two texts of one number would be refused as one, and never pass as two.
    private struct Mark {
        private(set) var first: UInt64
        private(set) var second: UInt64

        init(_ octets: Octets, seed: UInt64) {
            (first, second) = (0x9E37_79B9_7F4A_7C15, 0xD1B5_4A32_D192_ED03)
            mix(seed)
            let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: octets))
            var place = 0
            while place + 8 <= bytes.count {
                mix(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                place += 8
            }
            var rest: UInt64 = 0
            for byte in bytes[place...] { rest = rest << 8 | UInt64(byte) }
            mix(rest)
            mix(UInt64(bytes.count))
            // The one number that means that nothing is there.
            if first == 0 { first = 1 }
        }

        private mutating func mix(_ part: UInt64) {
            first = Self.fold(first ^ part, 0xA076_1D64_78BD_642F)
            second = Self.fold(second ^ part, 0xE703_7ED1_A0B4_28DB)
        }

        private static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
            let product = one.multipliedFullWidth(by: other)
            return product.high ^ product.low
        }
    }
}
