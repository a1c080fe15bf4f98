import Testing

@testable import Settlement

@Suite("Largest remainders: every unit reaches somebody, and nobody gets two answers")
struct ApportionmentTests {
    @Test("the worked example, to the cent; ties go to the first name")
    func example() {
        let parts: [Apportionment.Part] = [
            .init("A", 1_234_567), .init("B", 765_433), .init("C", 333_333), .init("D", 1),
        ]
        #expect(Apportionment.split(875_000, by: parts) == [462_963, 287_037, 125_000, 0])
        #expect(Apportionment.split(10_000, by: [.init("a", 1), .init("b", 1), .init("c", 1)]) == [3334, 3333, 3333])
        #expect(Apportionment.split(10_000, by: [.init("c", 1), .init("b", 1), .init("a", 1)]) == [3333, 3333, 3334])
        #expect(Apportionment.split(5, by: [.init("a", 0)]) == nil)
        #expect(Apportionment.split(5, by: []) == nil)
        #expect(Apportionment.split(0, by: [.init("a", 1)]) == [0])
        #expect(Apportionment.split(.max, by: [.init("a", .max), .init("b", .max)]) == [1 << 62, (1 << 62) - 1])
    }

    @Test("generated pools: the sum is the amount, none is negative, order and renaming change nothing")
    func properties() throws {
        var random = SplitMix(seed: 7)
        for round in 0..<20_000 {
            let count = round % 500 == 0 ? 10_000 : Int(random.next() % 12) + 1
            let small = random.next() % 2 == 0
            let parts = (0..<count).map { index in
                Apportionment.Part("w\(index)", small ? random.next() % 4 : random.next() >> 1)
            }
            let amount = Int64(small ? random.next() % 1000 : random.next() >> 1)
            guard let amounts = Apportionment.split(amount, by: parts) else {
                #expect(parts.allSatisfy { $0.weight == 0 })
                continue
            }
            #expect(amounts.reduce(0, +) == amount)
            #expect(amounts.allSatisfy { $0 >= 0 })
            #expect(zip(parts, amounts).allSatisfy { $0.weight > 0 || $1 == 0 })
            let turned = try #require(Apportionment.split(amount, by: parts.reversed()))
            #expect(Array(turned.reversed()) == amounts)
            // Names that sort alike give the same amounts.
            let renamed = parts.map { Apportionment.Part("x" + $0.name, $0.weight) }
            #expect(Apportionment.split(amount, by: renamed) == amounts)
        }
    }

    @Test("a larger weight never gets less")
    func monotone() throws {
        var random = SplitMix(seed: 11)
        for _ in 0..<5000 {
            let parts = (0..<8).map { Apportionment.Part("w\($0)", random.next() % 1000) }
            guard let amounts = Apportionment.split(Int64(random.next() % 5000), by: parts) else { continue }
            for one in parts.indices {
                for other in parts.indices where parts[one].weight > parts[other].weight {
                    #expect(amounts[one] >= amounts[other])
                }
            }
        }
    }

    @Test("weights beyond 64 bits are shared by to the unit, and more than 128 bits of them are refused")
    func wide() throws {
        var random = SplitMix(seed: 5)
        for _ in 0..<2000 {
            let weights = (0..<Int(random.next() % 9 + 1)).map { _ in
                UInt128(random.next()) << UInt128(random.next() % 60) + UInt128(random.next() % 3)
            }
            let sum = try Apportionment.sum(of: weights)
            guard sum > 0 else { continue }
            let amount = Int64(random.next() >> 1)
            let amounts = Apportionment.split(amount, weights: weights, sum: sum) { $0 < $1 }
            #expect(amounts.reduce(0, +) == amount)
            for (weight, own) in zip(weights, amounts) {
                // own - 1 < amount * weight / sum < own + 1, in 256 bits.
                let due = weight.multipliedFullWidth(by: UInt128(amount))
                let above = sum.multipliedFullWidth(by: UInt128(own + 1))
                #expect((due.high, due.low) < (above.high, above.low))
                let below = sum.multipliedFullWidth(by: UInt128(max(0, own - 1)))
                #expect(own <= 1 || (due.high, due.low) > (below.high, below.low))
            }
        }
        #expect(throws: SettlementError.self) { try Apportionment.sum(of: [.max, 1]) }
    }

    @Test(
        "square roots are exact, in whole numbers and in units of 2^-28",
        arguments: [0, 1, 2, 3, 4, 15, 16, 17, 999_999, 1 << 52, 1 << 71, .max >> 56, .max] as [UInt128])
    func roots(_ value: UInt128) throws {
        let root = ScaledRoot.whole(value)
        #expect(root == 0 || root <= value / root)
        #expect(root + 1 > value / (root + 1))
        guard value < 1 << 72 else {
            #expect(ScaledRoot.scaled(value) == nil)
            return
        }
        let scaled = try #require(ScaledRoot.scaled(value))
        #expect(scaled == 0 || scaled <= (value << 56) / scaled)
        #expect(scaled + 1 > (value << 56) / (scaled + 1))
        #expect(scaled >> 28 == root)
    }
}

/// The same numbers in every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
