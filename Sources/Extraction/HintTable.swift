internal import Markup

/// The hint words packed for look-up without strings.
///
/// Made once, only read afterwards.
struct HintTable: Sendable {
    private struct Slot: Sendable {
        var low: UInt64
        var high: UInt64
        var label: UInt8
        var strength: UInt8
    }

    private let slots: [Slot]
    private static let size = 1024

    static let words = HintTable(
        entries: BlockHints.words.flatMap { entry in
            split(entry.1).map { ($0, entry.0, BlockHints.Strength.unlessMost) }
        }
            + BlockHints.smallWords.flatMap { entry in split(entry.1).map { ($0, entry.0, .ifSmall) } })
    static let roles = HintTable(entries: BlockHints.roles.map { ($0.0, $0.1, .unlessMost) })

    private static func split(_ words: String) -> [String] { words.split(separator: " ").map { $0.lowercased() } }

    private init(entries: [(String, BlockLabel, BlockHints.Strength)]) {
        var slots = [Slot](repeating: Slot(low: 0, high: 0, label: 0, strength: 255), count: Self.size)
        for (word, label, strength) in entries {
            var key = (low: UInt64(0), high: UInt64(0))
            for (index, byte) in word.utf8.prefix(16).enumerated() {
                Self.pack(byte, at: index, &key.low, &key.high)
            }
            var at = Self.hash(key.low, key.high)
            while slots[at].strength != 255 { at = (at + 1) & (Self.size - 1) }
            slots[at] = Slot(low: key.low, high: key.high, label: label.rawValue, strength: strength.rawValue)
        }
        self.slots = slots
    }

    @inline(__always)
    private static func pack(_ byte: UInt8, at index: Int, _ low: inout UInt64, _ high: inout UInt64) {
        if index < 8 {
            low |= UInt64(byte) << UInt64(index * 8)
        } else {
            high |= UInt64(byte) << UInt64(index * 8 - 64)
        }
    }

    @inline(__always)
    private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
        Int(truncatingIfNeeded: ((low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93) >> 50) & (size - 1)
    }

    /// The strongest hint among the words of a value; of equally strong ones the first.
    ///
    /// - Parameter most: A value of more words than this says nothing: it is a sentence made into a name.
    func hint(in value: UnsafeBufferPointer<UInt8>, most: Int = .max) -> BlockHints.Hint? {
        var (best, words): (BlockHints.Hint?, Int) = (nil, 0)
        var (low, high, count) = (UInt64(0), UInt64(0), 0)
        var wasLower = false
        for index in 0...value.count {
            let byte = index < value.count ? value[index] : 0x20
            let isUpper = byte &- 0x41 < 26
            let isLetter = (byte | 0x20) &- 0x61 < 26
            if !isLetter || isUpper && wasLower {
                if count > 0 { words += 1 }
                if count > 1, count <= 16, let found = find(low, high),
                    best.map({ found.strength.rawValue < $0.strength.rawValue }) ?? true
                {
                    best = found
                }
                (low, high, count) = (0, 0, 0)
            }
            wasLower = isLetter && !isUpper
            if isLetter {
                if count < 16 { Self.pack(byte | 0x20, at: count, &low, &high) }
                count += 1
            }
        }
        return words > most ? nil : best
    }

    @inline(__always)
    private func find(_ low: UInt64, _ high: UInt64) -> BlockHints.Hint? {
        slots.withUnsafeBufferPointer { slots in
            var at = Self.hash(low, high)
            while slots[at].strength != 255 {
                if slots[at].low == low, slots[at].high == high, let label = BlockLabel(rawValue: slots[at].label),
                    let strength = BlockHints.Strength(rawValue: slots[at].strength)
                {
                    return BlockHints.Hint(label: label, strength: strength)
                }
                at = (at + 1) & (Self.size - 1)
            }
            return nil
        }
    }
}
