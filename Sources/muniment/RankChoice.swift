internal import Foundation
internal import Jobs

/// The rank and world of a process: as given, or from the variables of common schedulers.
struct RankChoice {
    let rank: Int
    let world: Int

    init(rank: Int?, world: Int?) throws {
        let variables = ProcessInfo.processInfo.environment
        func number(_ names: [String]) -> Int? { names.lazy.compactMap { variables[$0].flatMap { Int($0) } }.first }
        self.world = world ?? number(["SLURM_NTASKS", "OMPI_COMM_WORLD_SIZE", "WORLD_SIZE"]) ?? 1
        self.rank =
            rank ?? number(["SLURM_PROCID", "OMPI_COMM_WORLD_RANK", "JOB_COMPLETION_INDEX", "RANK"]) ?? 0
        guard self.world >= 1, self.world <= 100_000, self.rank >= 0, self.rank < self.world else {
            throw JobError(.usage, "--rank \(self.rank) --world \(self.world): 0 <= rank < world is due")
        }
    }
}
