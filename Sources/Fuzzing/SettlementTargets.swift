internal import Canonical
internal import Licensing
internal import Settlement

/// Files that money is shared out by: usage reports of others, repertoires, shares, filings, pools.
enum SettlementTargets {
    static let all: [FuzzTarget] = [
        FuzzTarget(name: "usage-report") { bytes in
            let (whole, pieces) = (reading(bytes, pieces: max(1, bytes.count)), reading(bytes, pieces: 7))
            precondition(whole == pieces, "read otherwise in pieces")
        },
        .choice("repertoire", ["m.yaml", "m.json", "m.jsonl", "m.csv"].map { name in { repertoire($0, name) } }),
        .choice(
            "settlement-files",
            [
                { bytes in
                    let (table, faults) = ShareTable.read(bytes, file: "s.tsv")
                    precondition(
                        !faults.isEmpty || table.works.allSatisfy { table[$0] != nil }, "a work without shares")
                },
                { _ = Filings.read($0, file: "f.jsonl") },
                { bytes in
                    do { _ = try PoolFile.read(text(bytes), file: "p.yaml") } catch { return }
                },
            ]),
    ]

    /// What a report was found to be, in words.
    private static func reading(_ bytes: [UInt8], pieces: Int) -> String {
        do throws(SettlementError) {
            let (report, faults) = try UsageReader.read(bytes, file: "u.tsv", pieces: pieces)
            precondition(report != nil || !faults.isEmpty, "no report, and nothing is wrong with it")
            return "\(report?.digest.hex ?? "none") \(faults)"
        } catch { return error.reason }
    }

    /// What is taken whole is taken again as the registry keeps it, and its shares are read.
    private static func repertoire(_ bytes: [UInt8], _ name: String) {
        var file = RepertoireFile()
        file.add(text(bytes), file: name)
        guard file.faults.isEmpty, !file.entries.isEmpty else { return }
        let sections = Dictionary(grouping: file.entries, by: \.section).map { section, entries in
            JSONValue.Member(section.rawValue, .array(entries.map(\.json)))
        }
        let kept = JSONValue.object(sections.sorted { $0.key < $1.key }).canonicalBytes
        var again = RepertoireFile()
        again.add(text(kept), file: "kept.json")
        precondition(again.faults.isEmpty, "refused as it was kept: \(again.faults)")
        precondition(again.entries.map(\.id).sorted() == file.entries.map(\.id).sorted(), "other entries")
        do { _ = try ShareTable.read(mandates: text(bytes), file: name) } catch { return }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
