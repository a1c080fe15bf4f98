internal import Canonical
internal import Shards

/// Looks at `manifests/`: what the manifest was joined from must still say the same.
struct MarkAudit {
    let files: AuditFiles
    private var log: AuditLog { files.log }

    init(_ files: AuditFiles) { self.files = files }

    /// - Returns: The command that wrote the output; nil if no plan can be read.
    func run(_ manifest: Manifest) -> OutputPlan.Command? {
        if let set = files.json("manifests/inputset.json"), set != manifest.inputSet {
            log.add(.changed, "manifests/inputset.json", "is not the input set of the manifest")
        }
        checkMarks(manifest)
        let plans = files.names("manifests").filter { $0.hasPrefix("plan-") }
        let commands = plans.compactMap { plan($0, manifest) }
        checkPlans(plans)
        let ranks = commands.contains(.filter) ? checkRanks(plans, manifest) : []
        let known = Set(plans + ranks + ["inputset.json", "inputs"])
        files.foreign(in: "manifests") { known.contains($0) }
        return commands.first
    }

    /// Every rank that has finished had a plan.
    private func checkPlans(_ plans: [String]) {
        let done = files.names("manifests").filter { $0.first?.isNumber == true && $0.contains("-of-") }
        for name in done where !plans.contains("plan-" + name) {
            log.add(.missing, "manifests/plan-\(name)", "is missing: what the rank was begun for")
        }
        if plans.isEmpty, done.isEmpty { log.add(.missing, "manifests", "there is no plan-<rank>-of-<N>.json") }
    }

    private func checkMarks(_ manifest: Manifest) {
        var (counts, damage): (RunCounts, [Damage]) = (RunCounts(), [])
        for seal in manifest.seals {
            let file = Self.file(seal.number)
            guard let json = files.json(file) else { continue }
            do {
                let mark = try InputMark(json: json, path: file)
                counts.add(mark.counts)
                damage += mark.damage
                if mark.seal != seal { log.add(.changed, file, "seals other files than the manifest does") }
                if mark.json != json, mark.json.canonicalBytes != json.canonicalBytes {
                    log.add(.changed, file, "holds what no mark has")
                }
            } catch {
                log.add(.unreadable, file, error.message)
            }
        }
        // Of two that differ nobody can tell here which was changed: both are named.
        for file in [ManifestAudit.file, "manifests/inputs"] {
            if counts != manifest.counts {
                log.add(.count, file, "the counts of manifest.json are not the sum of those in manifests/inputs")
            }
            if damage != manifest.damage {
                log.add(.changed, file, "the damage told in manifest.json is not that of manifests/inputs")
            }
        }
        let due = Set(manifest.seals.map { PathText.name(of: Self.file($0.number)) })
        files.foreign(in: "manifests/inputs") { due.contains($0) }
    }

    private func plan(_ name: String, _ manifest: Manifest) -> OutputPlan.Command? {
        let file = "manifests/\(name)"
        guard let json = files.json(file) else { return nil }
        do {
            guard let plan = try OutputPlan.read(files.path(file)) else { return nil }
            let names = plan.command == .crawl ? [] : manifest.seals.map(\.name)
            let due = OutputPlan(
                command: plan.command, at: Timestamp(rfc3339: manifest.inputSet["at"]?.string ?? "") ?? plan.at,
                inputSet: manifest.inputSet["digest"]?.string.flatMap { Digest($0) } ?? plan.inputSet,
                archives: ArchiveNames(names), means: manifest.means)
            if due.json.canonicalBytes != json.canonicalBytes {
                log.add(.changed, file, "is a plan of another run than the manifest's")
            }
            return plan.command
        } catch {
            log.add(.unreadable, file, error.message)
            return nil
        }
    }

    /// Every rank must have finished, each with its share of the inputs.
    private func checkRanks(_ plans: [String], _ manifest: Manifest) -> [String] {
        var due: [String] = []
        let world = plans.first.flatMap { Int($0.dropLast(5).split(separator: "-").last ?? "") } ?? 1
        guard (1...1_000_000).contains(world) else { return [] }
        let set = manifest.inputSet["digest"]?.string.flatMap { Digest($0) }
        for rank in 0..<world {
            let name = "\(rank)-of-\(world).json"
            due.append(name)
            guard let json = files.json("manifests/\(name)"), let set else { continue }
            let numbers = manifest.seals.map(\.number).filter { $0 % world == rank }
            let rank = RankFile(rank: rank, world: world, inputCount: manifest.seals.count, inputSet: set)
            if rank.json(numbers).canonicalBytes != json.canonicalBytes {
                log.add(.changed, "manifests/\(name)", "is not what this rank of the run writes when it is done")
            }
        }
        return due
    }

    private static func file(_ number: Int) -> String { String(InputMark.path("", number).dropFirst()) }
}
