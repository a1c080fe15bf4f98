internal import Canonical
internal import Licensing

/// Reads a table of shares line by line: good lines become shares, the others are told.
struct ShareTableReader {
    private let file: String
    private let rules: SettlementRules
    private var table = ShareTable()
    private var faults: [ShareTable.Fault] = []
    /// Whether any line but notes was there: a file of nothing is a slip, and the line of columns alone says that there
    /// are no shares.
    private var isEmpty = true

    init(file: String, rules: SettlementRules) { (self.file, self.rules) = (file, rules) }

    mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
        if line.isEmpty || line.first == UInt8(ascii: "#") { return }
        isEmpty = false
        let bytes = line.split(separator: 0x09, omittingEmptySubsequences: false)
        var fields = bytes.map { String(decoding: $0, as: UTF8.self) }
        if fields == ShareTable.columns { return }
        do {
            if rules.isStrict, line.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 >= 0x7F }) {
                try Self.checkMarks(bytes)
            }
            for place in fields.indices.prefix(2) { fields[place] = try id(fields[place]) }
            try add(fields, line: number)
        } catch { fault(error.reason, line: number) }
    }

    mutating func finish() -> (table: ShareTable, faults: [ShareTable.Fault]) {
        if isEmpty, rules.isStrict {
            let columns = ShareTable.columns.joined(separator: " ")
            fault(
                "there is nothing in it; write the line of columns (\(columns), between tabs), and a line for each share",
                line: 1)
        }
        return (table, faults + table.sumFaults(file: file))
    }

    private mutating func fault(_ reason: String, line: Int) {
        faults.append(ShareTable.Fault(file: file, line: line, reason: reason))
    }

    private static func checkMarks(
        _ fields: [Slice<UnsafeBufferPointer<UInt8>>]
    ) throws(SettlementError) {
        for (place, field) in fields.enumerated() {
            let name = place < ShareTable.columns.count ? ShareTable.columns[place] : "a field"
            guard let text = String(validating: field, as: UTF8.self) else {
                throw SettlementError(.badInput, "\(name) is no UTF-8")
            }
            if let mark = HiddenMarks.first(in: text) {
                throw SettlementError(
                    .badInput, "\(name) holds \(mark), a character that nobody sees; write it without")
            }
        }
    }

    /// An empty one is told with what else is due.
    private func id(_ text: String) throws(SettlementError) -> String {
        try text.isEmpty || !rules.isStrict ? OneForm.of(text) : OneForm.plain(text)
    }

    private mutating func add(_ fields: [String], line: Int) throws(SettlementError) {
        guard fields.count == ShareTable.columns.count else {
            throw SettlementError(
                .badInput,
                "\(fields.count) fields; \(ShareTable.columns.joined(separator: ", ")) are due, between tabs")
        }
        guard !fields[0].isEmpty, !fields[1].isEmpty, !isBlank(fields[4]) else {
            throw SettlementError(.badInput, "work, party and society are due")
        }
        if rules.isStrict, !fields[2].isEmpty, let problem = PlainName.problem(fields[2]) {
            throw SettlementError(.badInput, problem)
        }
        guard let ppm = UInt64(fields[3]), (1...WorkShares.whole).contains(ppm) else {
            throw SettlementError(
                .badInput, "\(fields[3].prefix(40)) is no share: 1 to \(WorkShares.whole) millionths are")
        }
        guard ["", "partial"].contains(fields[5]) else {
            throw SettlementError(.badInput, "the mark is empty or partial, not \(fields[5].prefix(40))")
        }
        let share = WorkShares.Share(party: fields[1], role: fields[2], ppm: ppm, society: fields[4])
        guard !table.holds(share, of: fields[0]) else {
            throw SettlementError(.badInput, "\(share.party) stands twice in work \(fields[0]) with the same role")
        }
        table.add(share, to: fields[0], isPartial: fields[5] == "partial", line: line)
    }

    private func isBlank(_ text: String) -> Bool {
        rules.isStrict ? !text.utf8.contains { $0 > 0x20 } : text.isEmpty
    }
}
