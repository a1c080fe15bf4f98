internal import Canonical
public import Licensing
internal import Provenance
internal import Shards
internal import WebAddress

/// Writes what the documents of an output oblige their user to: whom to credit, what falls due, what is to be paid.
///
/// Rests on the evidence alone: nothing is written of a document that is not in the shards.
public struct ObligationReport {
    private let output: String
    private let settings: DoubtSettings
    /// One line per document that must be credited, by partition.
    private var credits: [String: [[String]]] = [:]
    private var due: [[String]] = []
    private var partitions: [[String]] = []

    public struct Outcome: Sendable {
        public let documents: Int
        public let obliged: Int
        public let dates: Int
        /// Paths below the output, in order.
        public let files: [String]
    }

    /// - Parameter settings: their ages say when a re-check falls due.
    public init(output: String, settings: DoubtSettings) {
        self.output = output
        self.settings = settings
    }

    /// Writes `obligations/attribution-PARTITION.tsv`, `obligations/due.tsv` and `obligations/partitions.tsv`.
    ///
    /// - Throws: ``JobError`` if the folder is no output, a part cannot be read, or a file cannot be written.
    public mutating func write() throws(JobError) -> Outcome {
        var titles: [String: String] = [:]
        try documents { row in
            titles[row["id"]?.string ?? ""] = row["metadata"]?["title"]?.string ?? ""
        }
        var obliged = 0
        try RowSearch(output: output).each { row in
            guard let title = titles[row.id], let use = row.decisions.last, use.verdict.admits else { return }
            if !use.obligations.isEmpty { obliged += 1 }
            add(row, use, title)
        }
        var files: [String] = []
        let header = ["creator", "title", "url", "licence", "obligations"]
        for (partition, lines) in credits.sorted(by: { $0.key < $1.key }) {
            files.append(try save("attribution-\(partition).tsv", header, lines))
        }
        let columns = ["due", "obligation", "document", "url", "because"]
        files.append(try save("due.tsv", columns, due.sorted { ($0[0], $0[1], $0[2]) < ($1[0], $1[1], $1[2]) }))
        files.append(
            try save(
                "partitions.tsv", ["partition", "document", "url", "obligations"],
                partitions.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }))
        return Outcome(documents: titles.count, obliged: obliged, dates: due.count, files: files)
    }

    private func documents(_ body: (JSONValue) -> Void) throws(JobError) {
        do {
            for name in try OutputFolder.contents(of: "documents", in: output) where name.hasSuffix(".jsonl.zst") {
                let path = "\(output)/documents/\(name)"
                try RowFile.each(path) { (line) throws(ShardError) in
                    do { body(try JSONReader.read(line)) } catch { throw ShardError(path: path, problem: "\(error)") }
                }
            }
        } catch { throw JobError(error) }
    }

    private mutating func add(_ row: EvidenceRow, _ use: Decision, _ title: String) {
        let considered = row.considered
        let partition = DocumentRow.partition(use.obligations)
        partitions.append([partition, row.id, considered.url.text, use.obligations.joined(separator: " ")])
        if use.obligations.contains(Obligation.attribution.rawValue) {
            let licences = considered.licence.outcome == .covers ? considered.licence.licences.map(\.url) : []
            credits[partition, default: []].append([
                considered.licence.attribution, title, considered.url.text, licences.joined(separator: " "),
                use.obligations.joined(separator: " "),
            ])
        }
        for code in use.obligations { due += lines(code, row, use) }
    }

    /// What an obligation makes fall due: with a date, or `-` where it is an event that counts.
    private func lines(_ code: String, _ row: EvidenceRow, _ use: Decision) -> [[String]] {
        let grounds = row.considered.grounds
        func line(_ date: Timestamp?, _ because: String) -> [String] {
            [date?.description ?? "-", code, row.id, row.considered.url.text, because]
        }
        switch Obligation(rawValue: code) {
        case .recheck:
            let fetched = row.considered.capture?.fetched ?? use.at
            return [
                line(use.at.adding(seconds: settings.siteEvidenceAgeUse), "site files (site_evidence_age_use)"),
                line(
                    fetched.adding(seconds: settings.pageSignalAgeUse), "the page's own signals (page_signal_age_use)"),
            ]
        case .delete:
            return grounds.contracts.map { line($0.to, "end of contract \($0.contract)") }
                + grounds.notices.map { line($0.effectiveTo, "end of notice \($0.notice), or an objection before") }
        case .pay:
            return tariffs(grounds).map { line(nil, "by use, tariff \($0)") }
        case .report:
            return tariffs(grounds).map { line(nil, "usage report, tariff \($0)") }
        case .retain:
            return [line(nil, "kept as long as the purpose needs it")]
        default: return []
        }
    }

    private func tariffs(_ grounds: Grounds) -> [String] {
        let held = grounds.mandates.filter(\.isDisputed).map { "\($0.tariff) (held: another society claims it too)" }
        let all =
            grounds.contracts.map(\.tariff) + grounds.notices.map(\.tariff)
            + grounds.mandates.filter { !$0.isDisputed }.map(\.tariff) + held
        return all.map { $0.isEmpty ? "none named" : $0 }
    }

    /// Tab-separated; tabs and line ends within a field become spaces.
    private func save(_ name: String, _ header: [String], _ lines: [[String]]) throws(JobError) -> String {
        let text = ([header] + lines).map { line in
            line.map { field in String(field.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }.joined(separator: "\t")
        }.joined(separator: "\n")
        let folder = "\(output)/obligations"
        do {
            try OutputFile.makeFolder(folder)
            try OutputFile.replace("\(folder)/\(name)", with: Array((text + "\n").utf8))
        } catch { throw JobError(.couldNotRun, "\(folder)/\(name): \(error)") }
        return "obligations/\(name)"
    }
}
