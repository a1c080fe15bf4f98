public import Canonical
internal import Provenance
internal import Shards

/// `muniment filter`: archives in, tagged documents and evidence out.
public struct FilterJob: Sendable {
    private let config: RunConfig
    private let inputs: InputSet
    private let options: FilterOptions
    private let paths: [String]
    private let names: [String]
    private let evidence: [SiteFile]
    /// Files of the input folders that are archives of a kind that is not read.
    public let passedOver: [PassedOver]

    /// How far a run is.
    public struct Progress: Sendable {
        public let input: Int
        public let inputCount: Int
        public let counts: RunCounts
    }

    /// What a run came to.
    public struct Outcome: Sendable {
        public let counts: RunCounts
        public let damage: [Damage]
        /// False if a signal ended it before all inputs were done.
        public let isComplete: Bool
        /// True if `manifest.json` was written: always with one rank, else by the last `run finish`.
        public let isJoined: Bool
    }

    /// - Throws: ``JobError`` for inputs, a site store or an output folder that cannot be used.
    public init(config: RunConfig, inputs: InputSet, options: FilterOptions) throws(JobError) {
        self.config = config
        self.inputs = inputs
        self.options = options
        try OutputFolder.check(options.output)
        let list = try InputList(options.inputs)
        paths = list.paths
        passedOver = list.passedOver
        names = paths.map { PathText.name(of: $0) }
        var seen: [String: String] = [:]
        for (path, name) in zip(paths, names) {
            guard let other = seen.updateValue(path, forKey: name) else { continue }
            throw JobError(
                .usage, "\(other) and \(path) have one name; a manifest names inputs without folders, so rename one")
        }
        evidence = try options.siteEvidence.map { (path) throws(JobError) in try GivenEvidence.read(path) } ?? []
    }

    /// Sets up how the process keeps memory.
    ///
    /// Call it before anything is read, and before the first worker starts.
    public static func prepare(workers: Int) { Arenas.prepare(workers: workers) }

    /// The time a folder was begun with, for a run that is to go on in it; nil for a new folder.
    public static func time(of output: String, rank: Int, world: Int) throws(JobError) -> Timestamp? {
        try OutputPlan.read(output, rank: rank, world: world)?.at
    }

    /// Filters every input of this rank that is not done yet.
    public func run(progress: (Progress) -> Void) throws(JobError) -> Outcome {
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        let plan = try OutputPlan.take(
            options.output, rank: options.rank, world: options.world, command: .filter, archives: ArchiveNames(names),
            means: means, for: inputs)
        let bundle = try RunBundle.begin(options.output, plan, rank: options.rank, world: options.world)
        var marks: [InputMark] = []
        var total = RunCounts()
        for number in paths.indices where number % options.world == options.rank {
            guard
                let mark = try mark(
                    number,
                    { counts in
                        var sum = total
                        sum.add(counts)
                        progress(Progress(input: number, inputCount: paths.count, counts: sum))
                    })
            else {
                return Outcome(counts: total, damage: marks.flatMap(\.damage), isComplete: false, isJoined: false)
            }
            try bundle.note(mark.seal.parts)
            total.add(mark.counts)
            marks.append(mark)
            if marks.count.isMultiple(of: Self.inputsBetweenGivingBack) { Arenas.giveBack() }
        }
        let rankFile = RankFile(
            rank: options.rank, world: options.world, inputCount: paths.count, inputSet: inputs.digest)
        try rankFile.write(options.output, marks: marks)
        if options.world == 1 { _ = try RunFinish(output: options.output).join(isChecked: true) }
        return Outcome(
            counts: total, damage: marks.flatMap(\.damage), isComplete: true, isJoined: options.world == 1)
    }

    /// Each time costs the next input the pages it touches first anew.
    private static let inputsBetweenGivingBack = 4

    /// What besides the input set and the inputs may change a byte of the output.
    private var means: Digest {
        let (limits, output) = (config.limits, config.output)
        var hasher = Digest.Hasher()
        let numbers = [
            limits.bodyBytes, limits.decodedBytes, limits.recordBytes, output.partBytes, output.zstdLevel,
            options.verifiesDigests ? 1 : 0,
        ]
        let words = numbers.map(String.init) + [config.filter.siteCaptures.rawValue]
        hasher.update(Array(words.joined(separator: " ").utf8))
        for file in evidence { hasher.update(SiteRow(file).line) }
        return hasher.finish()
    }

    /// Ranks share a folder; each keeps a second process of its own away.
    private func lock() throws(JobError) -> RunLock {
        do {
            try OutputFile.makeFolder(options.output)
            return try RunLock(folder: options.output, name: ".lock-\(options.rank)-of-\(options.world)")
        } catch {
            throw JobError(error)
        }
    }

    /// The mark of one input: of an earlier run, or of filtering it now; nil if stopped.
    private func mark(_ number: Int, _ progress: (RunCounts) -> Void) throws(JobError) -> InputMark? {
        if let mark = try InputMark.read(options.output, number) {
            let current: Digest
            do { current = try OutputFile.digest(paths[number]).digest } catch {
                throw JobError(.couldNotRun, "\(error)")
            }
            guard current == mark.seal.digest else {
                throw JobError(
                    .usage,
                    "\(paths[number]) has changed since it was filtered into \(options.output); give a new --out folder"
                )
            }
            try mark.check(options.output)
            return mark
        }
        if StopFlag.isRaised { return nil }
        let run = InputRun(
            path: paths[number], number: number, output: options.output, config: config, inputs: inputs,
            evidence: evidence, workers: options.workers, verifiesDigests: options.verifiesDigests, walk: options.walk)
        guard let finished = try run.run(progress: progress) else { return nil }
        if options.isLive, let snapshot = inputs.snapshot {
            try RegistryAge.check(snapshot, path: "the registry snapshot", ruleset: inputs.ruleset, at: Timestamp.now)
        }
        let mark = InputMark(seal: finished.seal, counts: finished.counts, damage: finished.damage)
        try mark.write(options.output)
        return mark
    }
}
