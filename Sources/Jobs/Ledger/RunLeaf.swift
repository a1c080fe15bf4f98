internal import Canonical
internal import Provenance
internal import Shards

/// The entries a run has in an operator's log. Format: `docs/formats/ledger.md`, version 1.
///
/// All of them follow from what stands in the output, so whoever has it can make them again and needs no copy.
enum RunLeaf {
    static let version = 1
    /// Of entries that number the rows of their rank.
    static let numbered = 2

    /// The name of a run: over its plan, so the same for all its ranks.
    static func run(_ plan: OutputPlan) -> Digest { Digest(of: plan.json.canonicalBytes) }

    /// That a rank begins, and with what.
    static func open(_ plan: OutputPlan, rank: Int, world: Int) -> [UInt8] {
        line(
            "open", plan,
            [
                .init("archives", .integer(Int64(plan.archives.count))), .init("at", .string(plan.at.description)),
                .init("command", .string(plan.command.rawValue)), .init("inputSet", .string(plan.inputSet.hex)),
                .init("rank", .integer(Int64(rank))), .init("world", .integer(Int64(world))),
            ])
    }

    /// That a part is sealed: the roots over its rows, and the number of its first row among those of its rank.
    ///
    /// So the rows of a rank are numbered without a gap, and a part that is left out later is missed in the log.
    static func part(_ plan: OutputPlan, _ part: InputSeal.Part, rank: Int, first: Int) -> [UInt8] {
        line(
            "part", plan,
            roots(of: part) + [.init("first", .integer(Int64(first))), .init("rank", .integer(Int64(rank)))],
            version: numbered)
    }

    /// The same as runs of version 1 said it, without numbers.
    static func part(_ plan: OutputPlan, _ part: InputSeal.Part) -> [UInt8] { line("part", plan, roots(of: part)) }

    private static func roots(of part: InputSeal.Part) -> [JSONValue.Member] {
        let roots = part.seals.sorted { $0.key.rawValue < $1.key.rawValue }.map { folder, seal in
            JSONValue.Member(
                folder.rawValue,
                .object([.init("root", .string(seal.root.hex)), .init("rows", .integer(Int64(seal.rows)))]))
        }
        return roots + [.init("part", .string(part.name.description))]
    }

    /// The part that an entry tells of; nil for any other entry.
    static func part(in line: [UInt8]) -> PartName? {
        do throws(JSONError) {
            let entry = try JSONReader.read(line)
            guard entry["type"]?.string == "part" else { return nil }
            return entry["part"]?.string.flatMap { PartName($0) }
        } catch {
            return nil
        }
    }

    /// Why the numbers of a rank's entries do not follow on; nil if they do.
    ///
    /// - Parameter line: the next entry, in canonical form.
    /// - Parameter next: the number of the rank's next row; moved on.
    static func gap(in line: [UInt8], _ next: inout Int) -> String? {
        let entry: JSONValue
        do { entry = try JSONReader.read(line) } catch { return nil }
        guard entry["type"]?.string == "part" else { return nil }
        let first = entry["first"]?.integer
        defer { next += Int(entry["evidence"]?["rows"]?.integer ?? 0) }
        guard entry["v"]?.integer == Int64(numbered), first != Int64(next) else { return nil }
        return "begins with row \(first ?? 0) of its rank, and \(next) comes next: an entry before it is missing"
    }

    /// That the run is done: the digest of its manifest, which names every file.
    static func close(_ plan: OutputPlan, manifest: [UInt8]) -> [UInt8] {
        line("close", plan, [.init("manifest", .string(Digest(of: manifest).hex))])
    }

    /// That the key index of a run is made, with the root over its records.
    ///
    /// - Parameter file: of its `index.json`; nil for an index of version 1.
    static func index(_ plan: OutputPlan, count: Int, root: Digest, file: Digest?) -> [UInt8] {
        let members: [JSONValue.Member] = [
            .init("count", .integer(Int64(count))), .init("root", .string(root.hex)),
        ]
        return line("index", plan, members + (file.map { [.init("index", .string($0.hex))] } ?? []))
    }

    /// That rows were taken out of the run's documents, or words out of its evidence.
    static func recall(_ plan: OutputPlan, number: Int, record: Digest) -> [UInt8] {
        line("recall", plan, [.init("number", .integer(Int64(number))), .init("record", .string(record.hex))])
    }

    /// That the documents were handed out; to whom, only the record tells.
    static func release(_ plan: OutputPlan, number: Int, record: Digest) -> [UInt8] {
        line("release", plan, [.init("number", .integer(Int64(number))), .init("record", .string(record.hex))])
    }

    /// Why a line is no entry of a run; nil for one that is, in canonical form.
    ///
    /// Uses and words about keys are entries of the log's own: no output can say them.
    static func fault(in line: [UInt8]) -> String? {
        let entry: JSONValue
        do { entry = try JSONReader.read(line) } catch { return "is no JSON (\(error))" }
        guard let type = entry["type"]?.string, types.contains(type) else {
            return "is none of \(types.joined(separator: ", "))"
        }
        let versions = type == "part" ? [version, numbered] : [version]
        guard let found = entry["v"]?.integer, versions.contains(Int(found)) else { return "is of no known version" }
        guard entry["run"]?.string.flatMap({ Hex.decode(Array($0.utf8)) }).flatMap({ Digest(bytes: $0) }) != nil else {
            return "names no run"
        }
        return entry.canonicalBytes == line ? nil : "is not canonical JSON"
    }

    private static let types = ["open", "part", "close", "index", "recall", "release"]

    private static func line(
        _ type: String, _ plan: OutputPlan, _ members: [JSONValue.Member], version: Int = version
    ) -> [UInt8] {
        JSONValue.object(
            members + [
                .init("run", .string(run(plan).hex)), .init("type", .string(type)),
                .init("v", .integer(Int64(version))),
            ]
        ).canonicalBytes
    }
}
