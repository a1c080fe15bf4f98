import Foundation
import Testing

@testable import Jobs

@Suite("Workers hand results on in the order of the inputs")
struct OrderedWorkersTests {
    struct Case: Sendable {
        let workers: Int
        let window: Int
    }

    @Test(
        "under delays of any length, and with a window of one item",
        arguments: [
            Case(workers: 1, window: 64), Case(workers: 2, window: 1), Case(workers: 3, window: 64),
            Case(workers: 8, window: 10_000),
        ])
    func keepsOrder(_ test: Case) throws {
        let pool = OrderedWorkers<Int, Int>(workers: test.workers, window: test.window) {
            { number in
                var random = SplitMix(seed: UInt64(number))
                usleep(UInt32(random.below(3000)))
                return number * 2
            }
        }
        var out: [Int] = []
        for number in 0..<200 { pool.submit(number, weight: 1 + number % 40) { out.append($0) } }
        pool.drain { out.append($0) }
        #expect(out == (0..<200).map { $0 * 2 })
    }

    @Test("each thread makes its own worker, so that it may own what cannot be shared")
    func makesOnePerThread() throws {
        let made = Counter()
        let pool = OrderedWorkers<Int, Int>(workers: 4, window: 1000) {
            made.add()
            return { $0 }
        }
        var sum = 0
        for number in 0..<50 { pool.submit(number, weight: 1) { sum += $0 } }
        pool.drain { sum += $0 }
        #expect(sum == 1225)
        #expect(made.value <= 4)
    }
}
