internal import Canonical
internal import Provenance

/// `grounds` of a row: what others than the page say of it, each finding a short list of texts.
extension EvidenceRow {
    static func write(_ grounds: Grounds, to writer: inout JSONWriter) {
        func write(_ key: String, _ lines: [[String]], to writer: inout JSONWriter) {
            if lines.isEmpty { return }
            writer.key(key)
            writer.array { writer in for line in lines { writer.strings(line) } }
        }
        writer.object { writer in
            write(
                "clusters",
                grounds.clusters.map { [$0.cluster, "\($0.size)", $0.hasEarlier.rawValue, $0.isReserved.rawValue] },
                to: &writer)
            write("contracts", grounds.contracts.map(line), to: &writer)
            write("lists", grounds.lists.map { [$0.list, $0.value] }, to: &writer)
            write("mandates", grounds.mandates.map(line), to: &writer)
            write("notices", grounds.notices.map(line), to: &writer)
            write(
                "works",
                grounds.works.map {
                    [
                        $0.work, $0.died.map(String.init) ?? "", $0.published.map(String.init) ?? "", $0.country,
                        $0.official,
                    ]
                }, to: &writer)
        }
    }

    private static func line(_ contract: ContractMatch) -> [String] {
        [
            contract.contract, contract.training.rawValue, contract.from.description, text(contract.to),
            (contract.opensAccess ? "o" : "") + (contract.fits ? "f" : ""), contract.tariff,
        ]
    }

    private static func line(_ notice: NoticeMatch) -> [String] {
        [
            notice.notice, "\(notice.version)", notice.effectiveFrom.description, notice.effectiveTo.description,
            notice.isContinuous.rawValue + (notice.isSelfAttested ? "s" : ""), notice.tariff,
        ]
    }

    private static func line(_ mandate: MandateMatch) -> [String] {
        [
            mandate.mandate, mandate.kind.rawValue, mandate.work, mandate.from.description, text(mandate.to),
            text(mandate.optedOut),
            (mandate.isCertain ? "c" : "") + (mandate.isDisputed ? "d" : "") + (mandate.fits ? "f" : ""),
            mandate.tariff,
        ]
    }

    private static func text(_ time: Timestamp?) -> String { time?.description ?? "" }

    private static let groundKeys = KnownKeys("clusters", "contracts", "lists", "mandates", "notices", "works")

    static func grounds(_ row: RowReader) throws(RowError) -> Grounds {
        guard let reader = row.optional("grounds") else { return .none }
        try reader.only(groundKeys)
        return Grounds(
            lists: try lines(reader, "lists", 2) { line throws(RowError) in ListHit(list: line[0], value: line[1]) },
            contracts: try lines(reader, "contracts", 6, contract), notices: try lines(reader, "notices", 6, notice),
            mandates: try lines(reader, "mandates", 8, mandate), works: try lines(reader, "works", 5, work),
            clusters: try lines(reader, "clusters", 4, cluster))
    }

    /// One finding: its texts, and how to speak of what is wrong with it.
    private struct Line {
        let texts: [String]
        let reader: RowReader

        subscript(place: Int) -> String { texts[place] }

        func time(_ place: Int) throws(RowError) -> Timestamp {
            guard let time = Timestamp(rfc3339: texts[place]) else { throw fault(place) }
            return time
        }

        func optionalTime(_ place: Int) throws(RowError) -> Timestamp? {
            texts[place].isEmpty ? nil : try time(place)
        }

        func number(_ place: Int) throws(RowError) -> Int {
            guard let number = Int(texts[place]) else { throw fault(place) }
            return number
        }

        func word<Word: RawRepresentable>(_ place: Int) throws(RowError) -> Word where Word.RawValue == String {
            guard let word = Word(rawValue: texts[place]) else { throw fault(place) }
            return word
        }

        func letters(_ place: Int, _ known: String) throws(RowError) -> Set<Character> {
            let letters = Set(texts[place])
            guard letters.isSubset(of: Set(known)), letters.count == texts[place].count else { throw fault(place) }
            return letters
        }

        func fault(_ place: Int) -> RowError { reader.fault("", "\(texts[place]) cannot be read") }
    }

    private static func lines<Item>(
        _ reader: RowReader, _ key: String, _ count: Int, _ read: (Line) throws(RowError) -> Item
    ) throws(RowError) -> [Item] {
        var items: [Item] = []
        for item in try reader.list(key) {
            let texts = try item.strings()
            guard texts.count == count else { throw item.fault("", "\(count) texts are due") }
            items.append(try read(Line(texts: texts, reader: item)))
        }
        return items
    }

    private static func contract(_ line: Line) throws(RowError) -> ContractMatch {
        let letters = try line.letters(4, "of")
        return ContractMatch(
            contract: line[0], training: try line.word(1), from: try line.time(2), to: try line.optionalTime(3),
            opensAccess: letters.contains("o"), fits: letters.contains("f"), tariff: line[5])
    }

    private static func notice(_ line: Line) throws(RowError) -> NoticeMatch {
        let letters = try line.letters(4, "tfus")
        let truths = letters.subtracting(["s"])
        guard truths.count == 1, let truth = truths.first.flatMap({ Truth(rawValue: String($0)) }) else {
            throw line.fault(4)
        }
        return NoticeMatch(
            notice: line[0], version: try line.number(1), effectiveFrom: try line.time(2),
            effectiveTo: try line.time(3), isContinuous: truth, isSelfAttested: letters.contains("s"), tariff: line[5])
    }

    private static func mandate(_ line: Line) throws(RowError) -> MandateMatch {
        let letters = try line.letters(6, "cdf")
        return MandateMatch(
            mandate: line[0], kind: try line.word(1), work: line[2], isCertain: letters.contains("c"),
            from: try line.time(3), to: try line.optionalTime(4), optedOut: try line.optionalTime(5),
            fits: letters.contains("f"), isDisputed: letters.contains("d"), tariff: line[7])
    }

    private static func work(_ line: Line) throws(RowError) -> WorkFacts {
        WorkFacts(
            work: line[0], died: line[1].isEmpty ? nil : try line.number(1),
            published: line[2].isEmpty ? nil : try line.number(2), country: line[3], official: line[4])
    }

    private static func cluster(_ line: Line) throws(RowError) -> ClusterFacts {
        ClusterFacts(
            cluster: line[0], size: try line.number(1), hasEarlier: try line.word(2), isReserved: try line.word(3))
    }
}
