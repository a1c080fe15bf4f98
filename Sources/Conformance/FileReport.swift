/// What came of one vector file.
struct FileReport: Sendable {
    let file: String
    var passed = 0
    var failures: [String] = []
    /// Reasons, with how many rows each.
    var skipped: [String: Int] = [:]

    /// What is worth saying of rows that passed.
    var notes: [String] = []

    var skippedCount: Int { skipped.values.reduce(0, +) }

    mutating func add(_ outcome: VectorOutcome, id: String) {
        switch outcome {
        case .passed: passed += 1
        case .skipped(let reason): skipped[reason, default: 0] += 1
        case .failed(let expected, let got):
            failures.append("FAIL \(file) \(id): expected \(expected), got \(got)")
        }
    }

    static func counts(_ passed: Int, _ failed: Int, _ skipped: Int) -> String {
        "\(passed) passed, \(failed) failed" + (skipped > 0 ? ", \(skipped) skipped" : "")
    }

    /// One line per failure, the counts, and why rows were skipped.
    var lines: [String] {
        failures + ["\(file): " + Self.counts(passed, failures.count, skippedCount)]
            + notes.map { "  " + $0 } + skipped.sorted { $0.key < $1.key }.map { "  skipped \($0.value): \($0.key)" }
    }
}
