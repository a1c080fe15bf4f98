internal import Canonical
internal import Shards

/// Looks at `ledger/`: the entries a run made for the log must be those that follow from what it wrote.
struct BundleAudit {
    let files: AuditFiles

    init(_ files: AuditFiles) { self.files = files }

    /// - Parameters:
    ///   - recalls: the records of recalls, in order.
    ///   - releases: those of releases.
    func run(_ manifest: Manifest, _ recalls: [RecallRecord], _ releases: [ReleaseRecord]) {
        guard FileKind(files.path(RunBundle.folder)) != nil else {
            return files.log.add(.missing, RunBundle.folder, "is missing: the run has nothing for a log")
        }
        let plans = files.names("manifests").filter { $0.hasPrefix("plan-") }
        guard let name = plans.first, let plan = plan(name) else { return }
        let close = String(decoding: RunLeaf.close(plan, manifest: manifest.bytes), as: UTF8.self)
        let parts = manifest.seals.flatMap(\.parts).map { ($0.name, $0) }
        var due = Dictionary(parts) { first, _ in first }
        var known: Set<String> = ["close.jsonl", "proof.json", KeyIndexWriter.entry, RunBundle.after]
        for name in plans {
            let ranks = name.dropFirst(5).dropLast(5).split(separator: "-")
            guard ranks.count == 3, let rank = Int(ranks[0]), let world = Int(ranks[2]) else { continue }
            let file = "\(rank)-of-\(world).jsonl"
            known.insert(file)
            checkRank(file, plan, (rank, world), &due)
        }
        if !due.isEmpty {
            files.log.add(.count, RunBundle.folder, "\(due.count) parts of the manifest are in no bundle")
        }
        if lines("close.jsonl").last.map({ String(decoding: $0, as: UTF8.self) }) != close {
            files.log.add(.changed, "\(RunBundle.folder)/close.jsonl", "does not end with the manifest that is there")
            // Of the two nobody can tell here which was changed: both are named.
            files.log.add(.digest, ManifestAudit.file, "is not the manifest that ledger/close.jsonl was written for")
        }
        checkAfter(plan, recalls, releases)
        checkIndex(plan)
        files.foreign(in: RunBundle.folder) { known.contains($0) }
        checkProof()
    }

    /// A rank's bundle: that it began, and each of its parts, numbered on without a gap.
    private func checkRank(
        _ name: String, _ plan: OutputPlan, _ rank: (number: Int, world: Int), _ due: inout [PartName: InputSeal.Part]
    ) {
        let file = "\(RunBundle.folder)/\(name)"
        let lines = lines(name)
        if lines.first != RunLeaf.open(plan, rank: rank.number, world: rank.world) {
            files.log.add(.changed, file, "does not begin with the run")
        }
        var next = 1
        for (place, line) in lines.enumerated().dropFirst() {
            guard let part = RunLeaf.part(in: line).flatMap({ due.removeValue(forKey: $0) }),
                part.name.number % rank.world == rank.number
            else {
                files.log.add(.changed, file, "line \(place + 1) is of no part of this rank that the manifest seals")
                continue
            }
            let forms = [RunLeaf.part(plan, part, rank: rank.number, first: next), RunLeaf.part(plan, part)]
            if !forms.contains(line) {
                files.log.add(
                    .changed, file,
                    "line \(place + 1) is not \(part.name) as it is sealed, its first row being number \(next) of the rank"
                )
            }
            next += part.seals[.evidence]?.rows ?? 0
        }
    }

    /// The entry of a key index, if there is one, and none of an index that is not there.
    private func checkIndex(_ plan: OutputPlan) {
        let file = "\(RunBundle.folder)/\(KeyIndexWriter.entry)"
        let index = "\(KeyIndexWriter.folder)/index.json"
        guard FileKind(files.path(index)) == .file else {
            if FileKind(files.path(file)) != nil {
                files.log.add(.changed, file, "is of a key index that is not there")
            }
            return
        }
        guard let json = files.json(index), let count = json["count"]?.integer,
            let root = json["root"]?.string.flatMap({ Digest($0) })
        else { return }
        let isFirst = json["format"]?.integer == Int64(KeyIndexWriter.withoutTops)
        let digest = isFirst ? nil : Digest(of: json.canonicalBytes + [0x0A])
        if lines(KeyIndexWriter.entry) != [RunLeaf.index(plan, count: Int(count), root: root, file: digest)] {
            files.log.add(
                .changed, file, "is not the entry of the key index that is there; `muniment audit index` makes both")
        }
    }

    /// Every recall and release has its entry, and every entry its record.
    private func checkAfter(_ plan: OutputPlan, _ recalls: [RecallRecord], _ releases: [ReleaseRecord]) {
        let due =
            recalls.map { RunLeaf.recall(plan, number: $0.number, record: $0.digest) }
            + releases.map { RunLeaf.release(plan, number: $0.number, record: $0.digest) }
        let file = "\(RunBundle.folder)/\(RunBundle.after)"
        guard !due.isEmpty || FileKind(files.path(file)) != nil else { return }
        let found = lines(RunBundle.after)
        if Set(found) != Set(due) || found.count != due.count {
            files.log.add(.changed, file, "does not hold one entry for each record in recalls/ and releases/")
        }
    }

    /// A proof must be of this output, and lead to the root it names; whether that is the log's, a checkpoint tells.
    private func checkProof() {
        guard FileKind(files.path(RunProof.file)) != nil, let json = files.json(RunProof.file) else { return }
        do throws(JobError) {
            guard let proof = try RunProof(reading: files.output), proof.json.canonicalBytes == json.canonicalBytes
            else {
                return files.log.add(
                    .changed, RunProof.file, "is not of this output, or does not lead to the root it names")
            }
        } catch {
            files.log.add(.unreadable, RunProof.file, error.message)
        }
    }

    private func plan(_ name: String) -> OutputPlan? {
        do throws(JobError) { return try OutputPlan.read(files.path("manifests/\(name)")) } catch {
            // Told of where marks are looked at.
            return nil
        }
    }

    private func lines(_ name: String) -> [[UInt8]] {
        let file = "\(RunBundle.folder)/\(name)"
        guard let bytes = files.bytes(file), !bytes.isEmpty else { return [] }
        if bytes.last != 0x0A { files.log.add(.changed, file, "ends within a line") }
        // A line of nothing is a line that no run wrote.
        return bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    }
}
