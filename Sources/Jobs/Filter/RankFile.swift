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
        let json = json(marks.map(\.seal.number))
        do {
            try OutputFile.replace(
                "\(output)/manifests/\(rank)-of-\(world).json", with: json.canonicalBytes + [0x0A])
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    /// - Parameter numbers: of the inputs that the rank has done.
    func json(_ numbers: [Int]) -> JSONValue {
        .object([
            .init("inputCount", .integer(Int64(inputCount))), .init("inputSet", .string(inputSet.hex)),
            .init("inputs", .array(numbers.map { .integer(Int64($0)) })),
            .init("rank", .integer(Int64(rank))), .init("world", .integer(Int64(world))),
        ])
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
