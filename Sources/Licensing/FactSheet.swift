internal import Provenance

/// For every fact, the set of values it may have, as bits.
struct FactSheet: Equatable, Sendable {
    static let no: UInt64 = 1
    static let yes: UInt64 = 2
    static let unknown: UInt64 = 3

    private var masks: [UInt64]

    /// Nothing is known of anything.
    init() { masks = Self.everything }

    /// Every value of every fact.
    static let everything: [UInt64] = Fact.allCases.map { fact in (1 << UInt64(fact.values.count)) - 1 }

    subscript(fact: Fact) -> UInt64 {
        get { masks[fact.rawValue] }
        set { masks[fact.rawValue] = newValue }
    }

    /// All of it in one number that others hardly have, to find it again by.
    var mixed: UInt64 {
        masks.withUnsafeBufferPointer { masks in
            // Two sums, so that one need not wait for the other.
            var (even, odd): (UInt64, UInt64) = (0, 0)
            var place = 0
            while place + 1 < masks.count {
                even = (even ^ masks[place]) &* 0x9E37_79B9_7F4A_7C15
                odd = (odd ^ masks[place + 1]) &* 0xC2B2_AE3D_27D4_EB4F
                place += 2
            }
            if place < masks.count { even = (even ^ masks[place]) &* 0x9E37_79B9_7F4A_7C15 }
            let sum = even ^ odd
            return sum ^ sum >> 32
        }
    }

    /// Appends what the scores of a pack came to, after the facts.
    mutating func add(_ scores: [UInt64]) { masks += scores }

    func withMasks<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
        masks.withUnsafeBufferPointer(body)
    }

    func truth(_ fact: Int, in accepted: UInt64) -> Truth {
        let possible = masks[fact]
        if possible & ~accepted == 0 { return .yes }
        return possible & accepted == 0 ? .no : .unknown
    }

    mutating func set(_ fact: Fact, _ truth: Truth) {
        switch truth {
        case .yes: self[fact] = Self.yes
        case .no: self[fact] = Self.no
        case .unknown: self[fact] = Self.unknown
        }
    }

    func truth(of fact: Fact) -> Truth { truth(fact.rawValue, in: Self.yes) }
}

extension CaseIterable where Self: Equatable {
    /// The bit of this case in a set of values.
    var bit: UInt64 {
        var bit: UInt64 = 1
        for each in Self.allCases {
            if each == self { return bit }
            bit <<= 1
        }
        return bit
    }
}
