import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("Claims of mandates add up only where period, territory, right and work meet")
struct MandateOverlapTests {
    struct Entry: Sendable {
        var society = "S"
        var work = "W"
        var ppm = 1_000_000
        var from = 0
        var to: Int?
        var territories = ["DE"]
        var rights = ["training"]
    }

    /// Days of one year, counted from its first.
    private static func day(_ number: Int) -> String {
        String(Timestamp(day: "2026-01-01")!.adding(seconds: Int64(number) * 86_400).description.prefix(10))
    }

    private static func yaml(_ entries: [Entry]) -> String {
        "mandates:\n"
            + entries.enumerated().map { index, entry in
                """
                  - id: M-\(index)
                    society: \(entry.society)
                    kind: member
                    rights: [\(entry.rights.joined(separator: ", "))]
                    territories: [\(entry.territories.joined(separator: ", "))]
                    from: \(day(entry.from))
                    \(entry.to.map { "to: \(day($0))" } ?? "")
                    tariff: T
                    repertoire: [{work: \(entry.work), covers: [a.example], shares: {p\(index): \(entry.ppm)}, partial: \(entry.ppm < 1_000_000)}]

                """
            }.joined()
    }

    private static func read(_ entries: [Entry]) -> RepertoireFile {
        var file = RepertoireFile()
        file.add(yaml(entries), file: "m.yaml")
        return file
    }

    @Test(
        "two mandates of one society over one work",
        arguments: [
            (Entry(to: 100), Entry(from: 100), true), (Entry(to: 101), Entry(from: 100), false),
            (Entry(from: 100), Entry(to: 100), true), (Entry(), Entry(from: 300, to: 301), false),
            (Entry(), Entry(territories: ["FR"]), true),
            (Entry(territories: ["DE", "FR"]), Entry(territories: ["FR"]), false),
            (Entry(), Entry(rights: ["rag"]), true),
            (Entry(rights: ["training", "rag"]), Entry(rights: ["rag"]), false),
            (Entry(), Entry(work: "V"), true), (Entry(ppm: 600_000), Entry(ppm: 400_000), true),
            (Entry(ppm: 600_000), Entry(ppm: 400_001), false), (Entry(), Entry(society: "R"), true),
        ])
    func pairs(_ first: Entry, _ second: Entry, _ isTaken: Bool) throws {
        let file = Self.read([first, second])
        #expect(file.entries.count == (isTaken ? 2 : 1), "\(file.faults)")
        guard !isTaken else { return #expect(file.faults.isEmpty) }
        let fault = try #require(file.faults.first)
        #expect(fault.line == 11 && fault.problem.contains("mandate M-1: S claims"), "\(fault)")
        #expect(fault.problem.contains("together with M-0") && fault.problem.contains("of work W in "), "\(fault)")
    }

    @Test("taken is just what comes to no more than the whole anywhere", arguments: 1...60)
    func random(_ seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let entries = (0..<8).map { _ in
            let from = below(20)
            return Entry(
                society: below(3) == 0 ? "R" : "S", work: below(4) == 0 ? "V" : "W", ppm: 1 + below(700_000),
                from: from,
                to: below(4) == 0 ? nil : from + 1 + below(12), territories: [["DE"], ["FR"], ["DE", "FR"]][below(3)],
                rights: [["training"], ["rag"], ["training", "rag"]][below(3)])
        }
        // One after the other, as they are read: what is refused counts for nothing.
        var taken: [(index: Int, entry: Entry)] = []
        for (index, entry) in entries.enumerated() {
            let all = taken.map(\.entry).filter { $0.society == entry.society } + [entry]
            if Self.most(all, within: entry) <= 1_000_000 { taken.append((index, entry)) }
        }
        let file = Self.read(entries)
        #expect(file.entries.map(\.id) == taken.map { "M-\($0.index)" })
        var book = RepertoireBook()
        try book.add(ConfigNode.read(Self.yaml(taken.map(\.entry)), file: "m.yaml"))
        #expect(
            book.repertoire.entries.map(\.isDisputed)
                == taken.map { Self.most(taken.map(\.entry), within: $0.entry) > 1_000_000 })
    }

    /// Day by day, by every territory and right that an entry has.
    private static func most(_ all: [Entry], within entry: Entry) -> Int {
        var most = 0
        for day in entry.from..<(entry.to ?? 60) {
            for territory in entry.territories {
                for right in entry.rights {
                    let here = all.filter {
                        $0.work == entry.work && $0.from <= day && day < $0.to ?? .max
                            && $0.territories.contains(territory) && $0.rights.contains(right)
                    }
                    most = max(most, here.reduce(0) { $0 + $1.ppm })
                }
            }
        }
        return most
    }
}
