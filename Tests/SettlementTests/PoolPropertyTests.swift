import Canonical
import Foundation
import Testing

@testable import Settlement

/// `MUNIMENT_POOLS` says how many pools are generated; 100,000 is what issue 8 asks for, and takes minutes in a debug build.
@Suite("Generated pools: weights to 2^63, 1 to 10,000 works, parts of works, deductions")
struct PoolPropertyTests {
    private static let pools = ProcessInfo.processInfo.environment["MUNIMENT_POOLS"].flatMap { Int($0) } ?? 2000

    private struct Work {
        let name: String
        let tokens: UInt64
        /// The last may leave a part to nobody.
        let ppm: [UInt64]
    }

    private static func work(_ index: Int, small: Bool, _ random: inout SplitMix) -> Work {
        var (left, ppm): (UInt64, [UInt64]) = (WorkShares.whole, [])
        let parties = random.next() % 3
        for _ in 0..<parties where left > 1 {
            let part = random.next() % (left - 1) + 1
            ppm.append(part)
            left -= part
        }
        if random.next() % 4 > 0 { ppm.append(left) }
        let tokens = small ? random.next() % 5 + 1 : random.next() >> 1 | 1
        return Work(name: "w\(index)", tokens: tokens, ppm: ppm)
    }

    private static func pool(_ gross: Int64, _ random: inout SplitMix) -> Pool {
        let deductions = (0..<random.next() % 4).map { number in
            random.next() % 2 == 0
                ? Deduction("d\(number)", .rate(Ratio(random.next() % 400, over: 1000)))
                : Deduction("d\(number)", .amount(Int64(random.next() % UInt64(max(1, gross / 3)))))
        }
        return Pool(
            id: "P", society: "Society", from: Desk.head.from, to: Desk.head.to, currency: try! Currency("EUR"),
            gross: gross, tariff: nil, deductions: deductions, method: .tokens, minimumPayout: 0, yearEnd: Desk.head.to,
            disputes: [], adjustments: [], carried: [:], payouts: [:], claimsTo: "")
    }

    /// The lines as work, place of the party and amount, so that renamed works can be compared.
    private static func lines(_ allocation: Allocation, prefix: String) -> [String] {
        allocation.lines.map {
            "\($0.work.dropFirst(prefix.count)) \($0.party.dropFirst(prefix.count)) \($0.state) \($0.amount)"
        }
    }

    private static func allocate(_ pool: Pool, _ works: [Work], prefix: String = "") throws -> Allocation {
        var (uses, shares) = (UseTable(.tokens), ShareTable())
        for (index, work) in works.enumerated() {
            let fields = Desk.use(prefix + work.name, work.tokens).fields(index + 1)
            let bytes = Array(fields.joined(separator: "\t").utf8)
            let fault = bytes.withUnsafeBufferPointer { bytes in
                uses.add(UsageRow(bytes: bytes, ends: bytes.indices.filter { bytes[$0] == 0x09 } + [bytes.count]))
            }
            #expect(fault == nil)
            for (place, ppm) in work.ppm.enumerated() {
                let share = WorkShares.Share(party: "\(prefix)p\(place)", role: "A", ppm: ppm, society: "Society")
                shares.add(share, to: prefix + work.name, isPartial: true)
            }
        }
        let report = UsageReport(head: Desk.head, sums: [:], digest: Digest(of: []))
        return try Allocator.allocate(pool, report: report, uses: uses, shares: shares)
    }

    @Test("the sum is the net amount, none is negative, order changes nothing, nor do names that sort alike")
    func properties() throws {
        var random = SplitMix(seed: 88)
        var refused = 0
        for round in 0..<Self.pools {
            let small = random.next() % 2 == 0
            let count = round % 2000 == 1999 ? 10_000 : Int(random.next() % 9 + 1)
            let works = (0..<count).map { Self.work($0, small: small, &random) }
            let gross = Int64(small ? random.next() % 1000 : random.next() >> 1)
            let pool = Self.pool(gross, &random)
            let found: Allocation
            do { found = try Self.allocate(pool, works) } catch let error as SettlementError {
                #expect(error.code == .deductionsOverGross)
                refused += 1
                continue
            }
            #expect(found.deductions.reduce(found.net) { $0 + $1.amount } == gross)
            #expect(found.lines.reduce(Int64(0)) { $0 + $1.amount } == found.net)
            #expect(found.lines.allSatisfy { $0.amount > 0 })
            let lines = Self.lines(found, prefix: "")
            #expect(Self.lines(try Self.allocate(pool, works.shuffled(using: &random)), prefix: "") == lines)
            #expect(Self.lines(try Self.allocate(pool, works, prefix: "x-"), prefix: "x-") == lines)
        }
        #expect(refused < Self.pools / 4)
    }
}
