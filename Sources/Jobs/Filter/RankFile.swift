internal import Canonical
internal import Shards

/// `manifests/<rank>-of-<N>.json`: that a rank has done all its inputs.
struct RankFile: Sendable {
    let rank: Int
    let world: Int
    /// Of the whole run, not of the rank.
    let inputCount: Int
    let inputSet: Digest

    func write(_ output: String, marks: [InputMark]) throws(JobError) {
        let json = JSONValue.object([
            .init("inputCount", .integer(Int64(inputCount))), .init("inputSet", .string(inputSet.hex)),
            .init("inputs", .array(marks.map { .integer(Int64($0.seal.number)) })),
            .init("rank", .integer(Int64(rank))), .init("world", .integer(Int64(world))),
        ])
        do {
            try OutputFile.replace(
                "\(output)/manifests/\(rank)-of-\(world).json", with: json.canonicalBytes + [0x0A])
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    init(rank: Int, world: Int, inputCount: Int, inputSet: Digest) {
        self.rank = rank
        self.world = world
        self.inputCount = inputCount
        self.inputSet = inputSet
    }

    init?(json: JSONValue) {
        guard let rank = json["rank"]?.integer, let world = json["world"]?.integer,
            let inputCount = json["inputCount"]?.integer,
            let inputSet = json["inputSet"]?.string.flatMap({ Digest($0) })
        else { return nil }
        self.init(rank: Int(rank), world: Int(world), inputCount: Int(inputCount), inputSet: inputSet)
    }
}
