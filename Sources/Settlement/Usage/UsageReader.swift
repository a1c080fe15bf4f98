internal import Canonical
internal import Provenance

/// Reads a usage report in pieces, checks every line, its sums and its foot, and hands on the good lines.
///
/// Memory does not grow with the report, but for its faults, of which the first thousand are kept.
public struct UsageReader {
    private static let mostFaults = 1000

    let file: String
    private let rules: SettlementRules
    private var isFirstForm = false
    private var uses: [RecordedUse] = []
    private var once = DocumentOnce()
    private var hasher = Digest.Hasher()
    private var rest: [UInt8] = []
    private var number = 0
    private var expected: UInt64 = 1
    private var head: UsageReport.Head?
    private var sums: [String: UsageReport.Sums] = [:]
    /// Of the tariff that the lines of late name, which is not in ``sums`` meanwhile.
    private var latest: (tariff: String, bytes: [UInt8], sums: UsageReport.Sums)?
    private var told: [String: (sums: UsageReport.Sums, line: Int)] = [:]
    private var digest: Digest?
    private var ends: [Int] = []
    public private(set) var faults: [UsageReport.Fault] = []
    /// Faults beyond those that are kept.
    public private(set) var moreFaults = 0

    /// - Parameter rules: By which the report is or was settled; the first ones ask less of its fields.
    public init(file: String, rules: SettlementRules = .current) { (self.file, self.rules) = (file, rules) }

    /// The tariffs that lines or sums name, sorted, each with the line of its sums, or else the last one.
    var tariffs: [(tariff: String, line: Int)] {
        Set(sums.keys).union(told.keys).sorted(by: ByteOrder.precedes).map { ($0, told[$0]?.line ?? number) }
    }

    /// Takes the next piece of the file.
    mutating func feed(
        _ piece: UnsafeRawBufferPointer, _ take: (UsageRow) throws(SettlementError) -> String?
    ) throws(SettlementError) {
        guard rest.isEmpty else {
            rest.append(contentsOf: piece)
            let bytes = rest
            let used = try bytes.withUnsafeBufferPointer { (bytes) throws(SettlementError) in try lines(of: bytes, take)
            }
            rest.removeFirst(used)
            return
        }
        let bytes = piece.bindMemory(to: UInt8.self)
        rest.append(contentsOf: bytes[(try lines(of: bytes, take))...])
    }

    /// - Returns: How many octets the lines that have ended take up.
    private mutating func lines(
        of bytes: UnsafeBufferPointer<UInt8>, _ take: (UsageRow) throws(SettlementError) -> String?
    ) throws(SettlementError) -> Int {
        var (start, hashed) = (0, 0)
        func hash(to end: Int) {
            hasher.update(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[hashed..<end]))
        }
        while let end = LineSplitter.lineFeed(in: bytes, from: start) {
            let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
            if digest == nil, line.starts(with: Self.foot) {
                hash(to: start)
                hashed = end + 1
            }
            try read(line, take)
            start = end + 1
        }
        if digest == nil { hash(to: start) }
        return start
    }

    /// Reads a report that is at hand.
    ///
    /// - Parameter size: Octets that are taken at a time.
    /// - Returns: The report, nil if its head or foot is missing or wrong, and what is wrong with its lines.
    /// - Throws: ``SettlementError`` with code `overflow`.
    public static func read(
        _ bytes: [UInt8], file: String, pieces size: Int
    ) throws(SettlementError) -> (report: UsageReport?, faults: [UsageReport.Fault]) {
        var reader = UsageReader(file: file)
        for start in stride(from: 0, to: bytes.count, by: max(1, size)) {
            let piece = Array(bytes[start..<min(bytes.count, start + max(1, size))])
            var thrown: SettlementError?
            piece.withUnsafeBytes { piece in
                do throws(SettlementError) { try reader.feed(piece) { _ in nil } } catch { thrown = error }
            }
            if let thrown { throw thrown }
        }
        return (reader.finish(), reader.faults)
    }

    /// What the report is; nil if its head or foot is missing or wrong. `faults` then says why.
    public mutating func finish() -> UsageReport? {
        if !rest.isEmpty { number += 1; fault("the last line does not end: the file is cut short") }
        if number == 0 { fault("the file is empty; a usage report begins with HEAD") }
        if digest == nil, number > 0, head != nil || faults.isEmpty { fault("FOOT is missing: the file is cut short") }
        guard let head, let digest else { return nil }
        return UsageReport(head: head, uses: uses, sums: sums, digest: digest)
    }

    private static let foot = Array("FOOT\t".utf8)

    private mutating func fault(_ reason: String) {
        guard faults.count < Self.mostFaults else { return moreFaults += 1 }
        faults.append(.init(file: file, line: number, reason: reason))
    }

    private mutating func read(
        _ line: UnsafeBufferPointer<UInt8>, _ take: (UsageRow) throws(SettlementError) -> String?
    ) throws(SettlementError) {
        number += 1
        if digest != nil { return fault("nothing may stand behind FOOT") }
        if line.first == UInt8(ascii: "#") { return }
        if let reason = Self.marks(line, number) { return fault(reason) }
        ends.removeAll(keepingCapacity: true)
        var hasOddOctets = false
        for (place, byte) in line.enumerated() {
            if byte == 0x09 { ends.append(place) } else if byte < 0x20 || byte >= 0x7F { hasOddOctets = true }
        }
        ends.append(line.count)
        let row = UsageRow(bytes: line, ends: ends, hasOddOctets: hasOddOctets)
        let kind = row.text(.kind)
        if kind != "HEAD", head == nil {
            // Of a file of another kind every line would be wrong: one fault says it.
            if faults.isEmpty { fault("a usage report begins with HEAD and \(UsageReport.form)") }
            return
        }
        switch kind {
        case "SU": try readUse(row, take)
        case "HEAD": readHead(fields(row))
        case RecordedUse.kind where !isFirstForm: readRecord(fields(row))
        case "SY": readSum(fields(row))
        case "FOOT": readFoot(fields(row))
        default: fault("\(kind.prefix(20)) is none of HEAD, \(isFirstForm ? "" : "US, ")SU, SY, FOOT")
        }
    }

    /// What an editor or a mail program put into the file. Its digest is of other octets then, so that it is named and not
    /// left away.
    private static func marks(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) -> String? {
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) {
            return "the file begins with a byte order mark, which its digest does not have: send it as it was written"
        }
        guard number == 1, line.last == 0x0D else { return nil }
        return "its lines end in a carriage return, which its digest does not have: send it as it was written"
    }

    private func fields(_ row: UsageRow) -> [String] {
        row.bytes.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func readUse(
        _ row: UsageRow, _ take: (UsageRow) throws(SettlementError) -> String?
    ) throws(SettlementError) {
        let columns = UsageRow.Column.allCases.count - (isFirstForm ? 1 : 0)
        guard row.ends.count == columns else {
            return fault("\(row.ends.count) fields; a use has \(columns)")
        }
        guard row.number(.number) == expected else {
            fault("the number of the line should be \(expected): a line is missing, doubled or out of place")
            if let given = row.number(.number), given < .max { expected = given + 1 }
            return
        }
        expected += 1
        var row = row
        if let reason = fault(in: row) ?? place(&row) ?? count(row) { return fault(reason) }
        if let reason = try take(row) ?? repeats(row) { fault(reason) }
    }

    /// Finds the use that a line is of.
    private func place(_ row: inout UsageRow) -> String? {
        guard let head else { return nil }
        (row.from, row.to) = (head.from, head.to)
        guard !isFirstForm, !row.field(.use).isEmpty else { return nil }
        guard let number = row.number(.use).flatMap({ Int(exactly: $0) }), (1...max(1, uses.count)).contains(number),
            !uses.isEmpty
        else { return "use \(row.text(.use).prefix(20)) stands in no US before it" }
        let use = uses[number - 1]
        (row.useNumber, row.from, row.to) = (number, use.from, use.to)
        for (column, told, due) in [
            (UsageRow.Column.licensee, use.licensee, "licensee"), (.territory, use.territory, "territory"),
        ] where !row.field(column).elementsEqual(told.utf8) {
            return "\(due) is \(row.text(column).prefix(80)), that of use \(number) is \(told)"
        }
        guard row.number(.epochs) == use.epochs else {
            return "epochs is \(row.text(.epochs).prefix(20)), that of use \(number) is \(use.epochs)"
        }
        return nil
    }

    /// - Returns: What is wrong with a line of a document that was told already.
    private mutating func repeats(_ row: UsageRow) -> String? {
        guard rules.countsOnce else { return nil }
        let (document, work) = (row.field(.document), row.field(.work))
        guard !once.add(use: UInt64(row.useNumber), document: document, work: work) else { return nil }
        let thing = work.isEmpty ? "document \(row.text(.document).prefix(80))" : "work \(row.text(.work).prefix(80))"
        let place = work.isEmpty ? "" : " for document \(row.text(.document).prefix(80))"
        let advice =
            row.useNumber > 0
            ? "a document counts once in a use"
            : "a document counts once where the line names no use; reports of form \(UsageReport.form) tell uses apart"
        return "\(thing) stands twice\(place): \(advice)"
    }

    private func fault(in row: UsageRow) -> String? {
        guard let documents = row.number(.documents), let tokens = row.number(.tokens), let epochs = row.number(.epochs)
        else { return "documents, tokens and epochs are whole numbers, not negative, below 2^64" }
        guard documents > 0 || tokens > 0, epochs > 0 else { return "a use of nothing; leave the line out" }
        if rules.checksFields, let reason = UsageFields.fault(in: row, isStrict: rules.isStrict) { return reason }
        guard let match = row.match else {
            return
                "\(row.text(.match).prefix(40)) is none of \(MatchState.allCases.map(\.rawValue).joined(separator: ", "))"
        }
        if row.field(.work).isEmpty != (match == .unmatched) {
            return match == .unmatched
                ? "a line without a match names a work" : "a line of state \(match.rawValue) names no work"
        }
        if row.field(.tariff).isEmpty { return "the line names no tariff" }
        return nil
    }

    /// Most lines name the tariff of the line before.
    private mutating func count(_ row: UsageRow) -> String? {
        let field = row.field(.tariff)
        if latest.map({ !field.elementsEqual($0.bytes) }) ?? true {
            keep()
            let tariff = row.text(.tariff)
            latest = (tariff, Array(field), sums[tariff] ?? .init())
        }
        let isCounted =
            latest?.sums.add(
                documents: row.number(.documents) ?? 0, tokens: row.number(.tokens) ?? 0,
                epochs: row.number(.epochs) ?? 0) ?? false
        return isCounted ? nil : "the sums of tariff \(row.text(.tariff)) are beyond 128 bits"
    }

    private mutating func keep() {
        guard let latest else { return }
        sums[latest.tariff] = latest.sums
    }

    private mutating func readHead(_ fields: [String]) {
        guard head == nil else { return fault("a second HEAD") }
        guard fields.count == 9, [UsageReport.form, UsageReport.firstForm].contains(fields[1]) else {
            return fault("HEAD has 9 fields, the second of them \(UsageReport.form)")
        }
        if let reason = UsageFields.fault(in: fields, isStrict: rules.isStrict) { return fault(reason) }
        isFirstForm = fields[1] == UsageReport.firstForm
        for (place, name) in [(2, "report"), (3, "sender"), (4, "recipient"), (8, "the rule of counting")]
        where rules.checksFields && fields[place].isEmpty { return fault("\(name) is empty in HEAD") }
        guard let from = Timestamp(rfc3339: fields[5]), let to = Timestamp(rfc3339: fields[6]), from < to else {
            return fault("the period is no two times of RFC 3339, the first before the second")
        }
        do { _ = try Currency(fields[7]) } catch { return fault(error.reason) }
        head = .init(
            report: fields[2], sender: fields[3], recipient: fields[4], from: from, to: to, currency: fields[7],
            counting: fields[8])
    }

    private mutating func readRecord(_ fields: [String]) {
        guard let head else { return }
        if let reason = UsageFields.fault(in: fields, isStrict: rules.isStrict) { return fault(reason) }
        do throws(SettlementError) { uses.append(try RecordedUse(fields, after: uses, head)) } catch {
            fault(error.reason)
        }
    }

    private mutating func readSum(_ fields: [String]) {
        guard fields.count == 5, let lines = UInt64(fields[2]), let documents = UInt128(fields[3]),
            let tokens = UInt128(fields[4])
        else { return fault("SY has a tariff, lines, documents and tokens") }
        guard told[fields[1]] == nil else { return fault("the sums of tariff \(fields[1]) stand twice") }
        var sum = UsageReport.Sums()
        (sum.lines, sum.documents, sum.tokens) = (lines, documents, tokens)
        told[fields[1]] = (sum, number)
    }

    private mutating func readFoot(_ fields: [String]) {
        let own = hasher.finish()
        digest = own
        keep()
        for (tariff, sum) in sums.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) where told[tariff]?.sums != sum {
            fault(
                "the lines of tariff \(tariff) come to \(sum.lines) lines, \(sum.documents) documents, \(sum.tokens) tokens; its SY says otherwise"
            )
        }
        for tariff in told.keys.sorted() where sums[tariff] == nil { fault("SY of tariff \(tariff) has no lines") }
        var total = UsageReport.Sums()
        do throws(SettlementError) { for sum in sums.values { try total.add(sum) } } catch {
            return fault(error.reason)
        }
        let figures = [String(total.lines), String(total.documents), String(total.tokens)]
        guard fields.count == 5, figures == Array(fields[1...3]) else {
            return fault("FOOT should say \(figures.joined(separator: ", ")): lines were lost or changed")
        }
        if fields[4] != own.hex { fault("the digest of FOOT is not that of the file: something was changed") }
    }
}
