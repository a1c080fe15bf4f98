public import Canonical
internal import Shards

/// `muniment run finish`: checks that every rank is there and joins them into `manifest.json`.
public struct RunFinish: Sendable {
    private let output: String

    public init(output: String) { self.output = output }

    /// Joins the ranks of a filtered output.
    ///
    /// - Returns: The counts of the whole run.
    /// - Throws: ``JobError`` naming the rank or input that is missing.
    public func join() throws(JobError) -> RunCounts { try join(isChecked: false) }

    /// - Parameter isChecked: Whether what the marks seal was written or looked at just now.
    func join(isChecked: Bool) throws(JobError) -> RunCounts {
        try RecallRecord.refuse(in: output, "joined again")
        let ranks = try readRanks()
        guard let first = ranks.first else {
            throw JobError(.couldNotRun, "\(output)/manifests holds no <rank>-of-<N>.json: no rank has finished here")
        }
        let present = Set(ranks.map(\.rank))
        for rank in 0..<first.world where !present.contains(rank) {
            throw JobError(
                .couldNotRun, "rank \(rank) of \(first.world) has not finished; run it, then `run finish` again")
        }
        for rank in ranks
        where (rank.world, rank.inputCount, rank.inputSet) != (first.world, first.inputCount, first.inputSet) {
            throw JobError(
                .couldNotRun,
                "rank \(rank.rank) ran with other inputs or settings than rank \(first.rank); they do not join")
        }
        return try write(first, isChecked)
    }

    private func write(_ rank: RankFile, _ isChecked: Bool) throws(JobError) -> RunCounts {
        var marks: [InputMark] = []
        for number in 0..<rank.inputCount {
            guard let mark = try InputMark.read(output, number) else {
                throw JobError(
                    .couldNotRun, "input \(number) has no mark in \(output)/manifests/inputs; run its rank again")
            }
            if !isChecked { try mark.check(output) }
            marks.append(mark)
        }
        var counts = RunCounts()
        for mark in marks { counts.add(mark.counts) }
        do {
            let header = try JSONReader.read(OutputFile.read("\(output)/manifests/inputset.json"))
            let plan = try OutputPlan.read(output, rank: rank.rank, world: rank.world)
            guard let plan else { throw ShardError(path: output, problem: "the plan of rank \(rank.rank) is missing") }
            let manifest = Manifest(
                inputSet: header, means: plan.means, seals: marks.map(\.seal), counts: counts,
                damage: marks.flatMap(\.damage))
            try OutputFile.replace("\(output)/manifest.json", with: manifest.bytes)
            try RunBundle(closing: output, plan: plan).close(manifest: manifest.bytes)
        } catch {
            throw JobError(.couldNotRun, "\(output): \(error)")
        }
        return counts
    }

    private func readRanks() throws(JobError) -> [RankFile] {
        let folder = output + "/manifests"
        let names = try OutputFolder.contents(of: "manifests", in: output)
        var ranks: [RankFile] = []
        for name in names where name.first?.isNumber == true && name.contains("-of-") && name.hasSuffix(".json") {
            do {
                guard let rank = RankFile(json: try JSONReader.read(OutputFile.read(folder + "/" + name))) else {
                    throw JobError(.couldNotRun, "\(folder)/\(name): cannot be read")
                }
                ranks.append(rank)
            } catch let error as JobError {
                throw error
            } catch {
                throw JobError(.couldNotRun, "\(folder)/\(name): \(error)")
            }
        }
        return ranks
    }
}
