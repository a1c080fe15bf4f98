/// A small open-addressing table from short ASCII names to a byte, made once and only read afterwards.
///
/// A name of up to 16 bytes is packed into two words, so that a look-up compares no strings.
struct NameTable: Sendable {
    struct Key: Hashable, Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        /// The key of a name of at most 16 bytes, ASCII letters lowered if `folding`.
        @inline(__always)
        init(_ bytes: UnsafePointer<UInt8>, count: Int, folding: Bool = true) {
            for index in 0..<min(count, 16) {
                let byte = UInt64(folding ? asciiLowercased(bytes[index]) : bytes[index])
                if index < 8 { low |= byte << UInt64(index * 8) } else { high |= byte << UInt64((index - 8) * 8) }
            }
        }
    }

    private struct Slot: Sendable {
        var key: Key
        var value: UInt32
    }

    private let slots: [Slot]
    private let mask: Int
    /// No name has this value.
    static let missing = UInt32.max

    init(_ names: [(String, UInt32)], folding: Bool = true) {
        var size = 64
        while size < names.count * 3 { size *= 2 }
        var slots = [Slot](repeating: Slot(key: Self.key(of: ""), value: Self.missing), count: size)
        for (name, value) in names {
            let key = Self.key(of: name, folding: folding)
            var index = Self.hash(key) & (size - 1)
            while slots[index].value != Self.missing { index = (index + 1) & (size - 1) }
            slots[index] = Slot(key: key, value: value)
        }
        self.slots = slots
        mask = size - 1
    }

    private static func key(of name: String, folding: Bool = true) -> Key {
        Array(name.utf8).withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return withUnsafePointer(to: 0) { Key($0, count: 0) } }
            return Key(base, count: bytes.count, folding: folding)
        }
    }

    @inline(__always)
    private static func hash(_ key: Key) -> Int {
        let mixed = (key.low ^ (key.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 40)
    }

    @inline(__always)
    func value(_ key: Key) -> UInt32 {
        slots.withUnsafeBufferPointer { slots in
            var index = Self.hash(key) & mask
            while slots[index].value != Self.missing {
                if slots[index].key == key { return slots[index].value }
                index = (index + 1) & mask
            }
            return Self.missing
        }
    }
}

extension NameTable {
    static let tags = NameTable(Tag.allCases.filter { $0 != .other }.map { ($0.name, UInt32($0.rawValue)) })
    static let attributes = NameTable(AttributeName.allCases.map { ($0.name, UInt32($0.rawValue)) })
}
