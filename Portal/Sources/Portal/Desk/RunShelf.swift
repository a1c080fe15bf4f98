internal import Dispatch
internal import Jobs

/// The indexes of finished runs.
final class RunShelf: Sendable {
    private let runs: [OutputLookup]
    private let queue = DispatchQueue(label: "muniment.portal.runs")

    /// - Throws: ``JobError`` for an output without an index.
    init(_ outputs: [String]) throws(JobError) {
        var runs: [OutputLookup] = []
        for output in outputs { runs.append(try OutputLookup(output: output)) }
        self.runs = runs
    }

    var count: Int { runs.count }

    /// What each run says of a word; empty for a word that no run can be asked for.
    func answers(_ word: String) async throws -> [OutputLookup.Answer] {
        let meanings: [IndexKey]
        do throws(JobError) { meanings = try IndexKey.meanings(of: word) } catch {
            if error.kind == .usage { return [] }
            throw error
        }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { [runs] in
                continuation.resume(with: Result { try runs.map { try $0.answer(meanings) } })
            }
        }
    }
}
