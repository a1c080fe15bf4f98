public import Canonical
public import Ledger
public import Provenance
internal import Shards

/// That shards were used: which, for what model, how often and when. A signed entry of the operator's log.
///
/// Format: `docs/formats/ledger.md`, "Uses". Without one what a run wrote is prepared, not used. Source: licensing bases
/// 0.0.10, read 2026-11-30.
@dynamicMemberLookup
public struct UseRecord: Hashable, Sendable {
    /// Parts of one run's documents.
    public struct Shards: Hashable, Sendable {
        /// Names the run, as its other entries in the log do.
        public let run: Digest
        /// Of the run's manifest, which names every file.
        public let manifest: Digest
        /// By the name of each part the root over its documents.
        public let parts: [String: Digest]
    }

    public let terms: UseTerms
    public let shards: [Shards]

    public subscript<Value>(dynamicMember path: KeyPath<UseTerms, Value>) -> Value { terms[keyPath: path] }

    /// - Throws: ``JobError`` `usage` for a period, a number or a name that cannot be meant.
    public init(
        model: String, licensee: String, territory: String, epochs: UInt64, from: Timestamp, to: Timestamp,
        shards: [Shards]
    ) throws(JobError) {
        guard !model.isEmpty, !licensee.isEmpty else { throw JobError(.usage, "a model and a licensee are due") }
        guard from < to else { throw JobError(.usage, "the use ends (\(to)) before it begins (\(from))") }
        guard (1...1_000_000).contains(epochs) else { throw JobError(.usage, "the epochs are 1 to 1000000") }
        guard territory.utf8.count == 2, territory.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw JobError(.usage, "the territory is a code of ISO 3166-1 such as CN, not \(territory.prefix(20))")
        }
        terms = UseTerms(
            model: model, licensee: licensee, territory: territory, epochs: epochs, from: from, to: to)
        self.shards = shards
    }

    /// What a use of finished outputs names of them: of each all parts that hold documents, or those that are asked for.
    ///
    /// - Throws: ``JobError`` `usage` for an output that is not finished, or that does not have a part;
    ///   `finding` for one whose manifest or parts are not as they were sealed.
    public static func shards(of outputs: [String], parts: Set<String> = []) throws(JobError) -> [Shards] {
        var found: [Shards] = []
        for output in outputs { found.append(try shards(of: output, parts)) }
        let known = Set(found.flatMap(\.parts.keys))
        if let missing = parts.subtracting(known).sorted().first {
            throw JobError(.usage, "no output has a part \(missing) with documents")
        }
        return found.filter { !$0.parts.isEmpty }
    }

    private static func shards(of output: String, _ wanted: Set<String>) throws(JobError) -> Shards {
        var (run, manifest, parts): (Digest?, Digest?, [String: Digest]) = (nil, nil, [:])
        do {
            for line in try RunBundle.lines(of: output) {
                let entry = try JSONReader.read(line)
                run = run ?? digest(entry["run"])
                switch entry["type"]?.string {
                case "close": manifest = digest(entry["manifest"])
                case "part":
                    guard let name = entry["part"]?.string, wanted.isEmpty || wanted.contains(name),
                        let documents = entry["documents"], documents["rows"]?.integer ?? 0 > 0,
                        let root = digest(documents["root"])
                    else { continue }
                    parts[name] = root
                default: continue
                }
            }
        } catch { throw JobError(.usage, "\(output): \(error); a finished output of crawl or filter is due") }
        guard let run, let manifest else {
            throw JobError(.usage, "\(output) is not finished; only what has a manifest can be used")
        }
        try check(output, manifest, parts)
        return Shards(run: run, manifest: manifest, parts: parts)
    }

    /// What is used must be what the run wrote, and its evidence must tell of all of it.
    private static func check(
        _ output: String, _ manifest: Digest, _ parts: [String: Digest]
    ) throws(JobError) {
        let sealed = try SealedParts(output)
        guard sealed.finished.digest == manifest else {
            throw JobError(
                .finding, "\(output)/manifest.json is not the one that the run was closed with; restore it from a copy")
        }
        let names = Set(parts.keys.compactMap { PartName($0) })
        try sealed.check(.evidence, of: names)
        try sealed.check(.documents, of: names)
    }

    // MARK: - In the log

    private static let context = SignatureContext("use-record")

    private func body(_ key: VerifyingKey) -> [JSONValue.Member] {
        let runs = shards.map { one in
            JSONValue.object([
                .init("manifest", .string(one.manifest.hex)),
                .init("parts", .object(one.parts.map { .init($0.key, .string($0.value.hex)) })),
                .init("run", .string(one.run.hex)),
            ])
        }
        return [
            .init("epochs", .integer(Int64(terms.epochs))), .init("from", .string(terms.from.description)),
            .init("key", .string(key.text)), .init("licensee", .string(terms.licensee)),
            .init("model", .string(terms.model)), .init("runs", .array(runs)),
            .init("territory", .string(terms.territory)), .init("to", .string(terms.to.description)),
            .init("type", .string("use")), .init("v", .integer(Int64(RunLeaf.version))),
        ]
    }

    /// Names the use, whatever signature it bears.
    public func digest(signedBy key: VerifyingKey) -> Digest { Digest(of: JSONValue.object(body(key)).canonicalBytes) }

    /// The entry, signed. The signature is over the canonical bytes of all its other members.
    public func entry(_ key: SigningKey) throws(JobError) -> [UInt8] {
        let body = body(key.verifying)
        let signature: [UInt8]
        do { signature = try key.sign(JSONValue.object(body).canonicalBytes, for: Self.context) } catch {
            throw JobError(.usage, "\(error)")
        }
        return JSONValue.object(body + [.init("signature", .string(Base64.encode(signature)))]).canonicalBytes
    }

    /// A use as the log has it.
    ///
    /// - Returns: The record and the key it is signed by; nil for an entry of another kind.
    /// - Throws: ``JobError`` `finding` for a use that nobody can have recorded so, or whose signature is not its key's.
    public static func read(_ line: [UInt8]) throws(JobError) -> (record: UseRecord, key: VerifyingKey)? {
        func fault(_ problem: String) -> JobError {
            let start = String(decoding: line.prefix(200), as: UTF8.self)
            return JobError(.finding, "an entry of a use in the log \(problem): \(start)")
        }
        let entry: JSONValue
        do { entry = try JSONReader.read(line) } catch { throw fault("is no JSON (\(error))") }
        guard entry["type"]?.string == "use" else { return nil }
        guard let text = entry["key"]?.string, let epochs = entry["epochs"]?.integer, epochs > 0,
            let from = entry["from"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let to = entry["to"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let runs = entry["runs"]?.array?.map(shards), !runs.contains(nil),
            let signature = entry["signature"]?.string.flatMap(Base64.decode)
        else { throw fault("lacks a member, or has one that cannot be read") }
        let key: VerifyingKey
        do { key = try VerifyingKey(text: text) } catch { throw fault("names no key (\(error))") }
        let record = try UseRecord(
            model: entry["model"]?.string ?? "", licensee: entry["licensee"]?.string ?? "",
            territory: entry["territory"]?.string ?? "", epochs: UInt64(epochs), from: from, to: to,
            shards: runs.compactMap { $0 })
        // What is signed is made anew, so that no member that is not read here can ride along.
        guard key.isValid(signature, of: JSONValue.object(record.body(key)).canonicalBytes, for: context) else {
            throw fault("is not signed by the key it names")
        }
        return (record, key)
    }

    private static func shards(_ value: JSONValue) -> Shards? {
        guard let run = digest(value["run"]), let members = value["parts"]?.members,
            let manifest = digest(value["manifest"])
        else { return nil }
        var parts: [String: Digest] = [:]
        for member in members {
            guard let root = digest(member.value) else { return nil }
            parts[member.key] = root
        }
        return Shards(run: run, manifest: manifest, parts: parts)
    }

    private static func digest(_ value: JSONValue?) -> Digest? {
        value?.string.flatMap { Hex.decode(Array($0.utf8)) }.flatMap { Digest(bytes: $0) }
    }
}
