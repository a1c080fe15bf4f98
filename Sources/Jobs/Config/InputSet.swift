public import Canonical
public import Extraction
public import Licensing
internal import Provenance
public import Registry
public import Rights
public import Shards
public import WebAddress

/// Everything besides evidence that decisions of a run depend on, read once and named by digest.
public struct InputSet: Sendable {
    public let agent: ProductToken
    public let profile: UseProfile
    public let ruleset: Ruleset
    /// Nil for a run that was told to do without.
    public let snapshot: Snapshot?
    public let suffixes: PublicSuffixList
    public let tables: SignalTables
    /// The operator's lists, contracts, notices, mandates, works and clusters.
    public let grounds: OperatorGrounds
    /// The time of the run: taken once, stored, reused when it is resumed.
    public let at: Timestamp
    public let source: String
    /// How the main text of a page is written down.
    public let text: TextForm
    /// The bytes of every input by its digest, for `inputs/` of the output.
    public let blobs: [InputBlob]

    /// The digests that every document row carries.
    public let digests: DocumentRow.InputDigests
    /// The digest over all inputs and the time: two runs of one digest decide alike.
    public let digest: Digest

    init(
        agent: ProductToken, profile: UseProfile, ruleset: Ruleset, snapshot: Snapshot?, suffixes: PublicSuffixList,
        tables: SignalTables, grounds: OperatorGrounds = OperatorGrounds(), at: Timestamp, source: String,
        text: TextForm = .text, suffixBytes: [UInt8]
    ) {
        self.agent = agent
        self.profile = profile
        self.ruleset = ruleset
        self.snapshot = snapshot
        self.suffixes = suffixes
        self.tables = tables
        self.grounds = grounds
        self.at = at
        self.source = source
        self.text = text
        let registry = snapshot.map { InputBlob.of($0) } ?? [InputBlob("public-suffix-list", suffixBytes)]
        let own = grounds.json.isEmpty ? [] : [InputBlob("grounds", JSONValue.object(grounds.json).canonicalBytes)]
        blobs =
            [InputBlob("profile", profile.json.canonicalBytes), InputBlob("ruleset", ruleset.json.canonicalBytes)]
            + registry + [InputBlob("signals", tables.bytes)] + own
        digests = DocumentRow.InputDigests(
            ruleset: ruleset.digest, profile: profile.digest, snapshot: snapshot?.digest)
        var writer = JSONWriter()
        writer.strings(
            [at.description, RightsProtocol.setID, ReaderVersion.writing(text), agent.text, source]
                + blobs.filter(\.isNamed).map(\.digest.hex))
        digest = Digest(of: writer.bytes)
    }

    /// Reads all that a run's settings name.
    ///
    /// - Parameters:
    ///   - registry: what the command line said of the registry.
    ///   - at: the run's time.
    /// - Throws: ``JobError``: `usage` for settings that are wrong, `couldNotRun` for a registry that is not fit.
    public static func load(
        _ config: RunConfig, packs: [String]?, registry: RegistryChoice, at: Timestamp
    ) throws(JobError) -> InputSet {
        do {
            let profile = try UseProfile(config.profile)
            var grounds = try config.grounds.read()
            let ruleset = try Ruleset.load(
                packs: try PackFolder(config.packs.folder).files(), active: packs ?? config.packs.active,
                settings: config.doubts, parts: PackFolder(config.packs.folder).part
            ).knowing(grounds.known)
            let snapshot = try snapshot(registry, config: config, ruleset: ruleset, at: at)
            try grounds.add(groundsOf: snapshot)
            let list = try snapshot?.publicSuffixListBytes ?? OutputFile.read(config.registry.listPath)
            guard let agent = ProductToken(config.op.product) else {
                throw JobError(.usage, "operator.product: \(config.op.product) is no product token")
            }
            return InputSet(
                agent: agent, profile: profile, ruleset: ruleset, snapshot: snapshot,
                suffixes: try PublicSuffixList(contents: list),
                tables: try SignalTables.load(config.signals.folder), grounds: grounds, at: at,
                source: config.output.source, text: config.output.text, suffixBytes: list)
        } catch {
            throw JobError(error)
        }
    }

    /// What is missing so that a gate must hold every document, each with what to do, in words.
    public var warnings: [String] {
        ruleset.missingLists(at: at).map { list, setting in
            "warning: no list \(list) is at hand, or it is past its age, so that every document waits: name one under "
                + "grounds.lists (docs/formats/grounds.md), or say why there is none with settings.\(setting)"
        }
    }

    /// What the run was told of the registry.
    public enum RegistryChoice: Hashable, Sendable {
        /// Whatever the settings name.
        case asConfigured
        case snapshot(String)
        /// `--no-registry`, in so many words.
        case none
    }

    private static func snapshot(
        _ choice: RegistryChoice, config: RunConfig, ruleset: Ruleset, at: Timestamp
    ) throws(JobError) -> Snapshot? {
        let path: String
        switch choice {
        case .none: return nil
        case .snapshot(let named): path = named
        case .asConfigured:
            guard let named = config.registry.snapshotPath else {
                throw JobError(
                    .usage,
                    "no objection registry is named: give --registry SNAPSHOT (see `muniment registry compile --help`), or --no-registry to run without one"
                )
            }
            path = named
        }
        do {
            let snapshot = try Snapshot.load(path)
            try RegistryAge.check(snapshot, path: path, ruleset: ruleset, at: at)
            return snapshot
        } catch let error as JobError {
            throw error
        } catch let error as RegistryError {
            throw JobError(.couldNotRun, "\(path): \(error.reason)")
        } catch {
            throw JobError(.couldNotRun, "the registry snapshot cannot be used: \(error)")
        }
    }
}
