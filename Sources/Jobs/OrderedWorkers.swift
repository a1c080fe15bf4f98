internal import Foundation

/// Runs work over inputs on several threads and hands the results on in the order the inputs came.
///
/// The caller's thread reads and writes: it submits inputs and takes results. What is in flight is bounded by
/// weight (bytes), so memory does not grow with the input. With one worker everything runs on the caller's thread.
final class OrderedWorkers<Input: Sendable, Output: Sendable> {
    /// Makes one worker's function; called once on each thread, so the function may own things that are not Sendable.
    typealias Maker = @Sendable () -> (Input) -> Output

    private let shared: Shared
    private let inline: ((Input) -> Output)?
    private let window: Int
    private var threads: [Thread] = []
    private var weights: [Int: Int] = [:]
    private var inFlight = 0
    private var nextIn = 0
    private var nextOut = 0

    /// - Parameters:
    ///   - workers: threads, at least 1.
    ///   - window: bytes of inputs that may be in flight.
    init(workers: Int, window: Int, make: @escaping Maker) {
        self.window = window
        shared = Shared()
        guard workers > 1 else {
            inline = make()
            return
        }
        inline = nil
        for _ in 0..<workers {
            let shared = shared
            let thread = Thread { shared.serve(make()) }
            // libxml2 and the extraction walk deep trees; the 512 KiB of a secondary thread is too near.
            thread.stackSize = 8 << 20
            threads.append(thread)
            thread.start()
        }
    }

    deinit { shared.close() }

    /// Gives one input, first handing on results until it fits the window.
    func submit<Failure: Error>(
        _ input: Input, weight: Int, sink: (Output) throws(Failure) -> Void
    ) throws(Failure) {
        if let inline { return try sink(inline(input)) }
        while inFlight > 0, inFlight + weight > window { try takeOne(sink) }
        weights[nextIn] = weight
        inFlight += weight
        shared.put(nextIn, input)
        nextIn += 1
        while shared.isReady(nextOut) { try takeOne(sink) }
    }

    /// Hands on all results still due.
    func drain<Failure: Error>(sink: (Output) throws(Failure) -> Void) throws(Failure) {
        while nextOut < nextIn { try takeOne(sink) }
    }

    private func takeOne<Failure: Error>(_ sink: (Output) throws(Failure) -> Void) throws(Failure) {
        let output = shared.take(nextOut)
        inFlight -= weights.removeValue(forKey: nextOut) ?? 0
        nextOut += 1
        try sink(output)
    }

    /// What the threads share. Every access to its state happens under `condition`, so it is Sendable.
    private final class Shared: @unchecked Sendable {
        private let condition = NSCondition()
        private var waiting: [(Int, Input)] = []
        private var done: [Int: Output] = [:]
        private var isClosed = false

        func put(_ number: Int, _ input: Input) {
            condition.withLock {
                waiting.append((number, input))
                condition.broadcast()
            }
        }

        func isReady(_ number: Int) -> Bool { condition.withLock { done[number] != nil } }

        func take(_ number: Int) -> Output {
            condition.withLock {
                while true {
                    if let output = done.removeValue(forKey: number) { return output }
                    condition.wait()
                }
            }
        }

        func close() {
            condition.withLock {
                isClosed = true
                condition.broadcast()
            }
        }

        func serve(_ work: (Input) -> Output) {
            while let (number, input) = next() {
                let output = work(input)
                condition.withLock {
                    done[number] = output
                    condition.broadcast()
                }
            }
        }

        private func next() -> (Int, Input)? {
            condition.withLock {
                while waiting.isEmpty, !isClosed { condition.wait() }
                return waiting.isEmpty ? nil : waiting.removeFirst()
            }
        }
    }
}
