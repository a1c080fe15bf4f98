public import Canonical

/// Disputes, claims and confirmed matches that came in since the pool and its shares were written: a file of JSON lines that is only ever
/// added to. Format: `docs/formats/settlement.md`.
public struct Filings: Sendable {
    /// Somebody says that a part of a work is his.
    ///
    /// It counts as a society of its own: within what nobody else claims it is paid, beyond it the overlap is held.
    public struct Claim: Hashable, Sendable {
        public let id: String
        public let work: String
        public let party: String
        /// Millionths of the work.
        public let ppm: UInt64
        /// Where it is shown: a register entry, a contract.
        public let evidence: String

        /// - Throws: ``SettlementError`` for an id that names a registry and is none of it, and for no share.
        public init(
            id: String, work: String, party: String, ppm: UInt64, evidence: String
        ) throws(SettlementError) {
            guard !evidence.isEmpty else { throw SettlementError(.badInput, "claim \(id) shows no evidence") }
            (self.id, self.evidence) = (try Filings.name(id), try Filings.name(evidence))
            (self.work, self.party) = (try Filings.identity(work), try Filings.identity(party))
            self.ppm = try Filings.part(ppm, of: id)
        }

        var share: WorkShares.Share { .init(party: party, role: "", ppm: ppm, society: "claim:" + id) }
    }

    /// Somebody who answers for it says that a likeness is the work: what was a candidate is matched.
    public struct Match: Hashable, Sendable {
        public let id: String
        public let work: String
        /// The document it is said of; empty for all that were found to be like the work.
        public let document: String
        /// Who says it; never who is paid by it alone.
        public let by: String
        public let evidence: String

        /// - Throws: ``SettlementError`` for an id that names a registry and is none of it, and for what is left empty.
        public init(
            id: String, work: String, document: String, by: String, evidence: String
        ) throws(SettlementError) {
            guard !evidence.isEmpty else { throw SettlementError(.badInput, "match \(id) shows no evidence") }
            guard !by.isEmpty else { throw SettlementError(.badInput, "match \(id) does not say who confirms it") }
            (self.id, self.by, self.evidence) = (try Filings.name(id), try Filings.name(by), try Filings.name(evidence))
            self.work = try Filings.identity(work)
            self.document = document.isEmpty ? "" : try Filings.name(document)
            guard !SettlementRules.current.isDomain(self.work) else {
                throw SettlementError(.badInput, "match \(id): \(work) is no work; a host is claimed")
            }
        }
    }

    public private(set) var disputes: [Dispute] = []
    public private(set) var claims: [Claim] = []
    public private(set) var matches: [Match] = []
    private var ids: Set<String> = []

    public init() {}

    // MARK: - Writing

    /// A dispute, checked, as its line in the file.
    public static func dispute(
        id: String, work: String, party: String, ppm: UInt64, opened: Timestamp
    ) throws(SettlementError) -> [UInt8] {
        let dispute = Dispute(
            id: try name(id), work: try identity(work), party: try identity(party), ppm: try part(ppm, of: id),
            opened: opened)
        return line([
            .init("id", .string(dispute.id)), .init("kind", .string("dispute")),
            .init("opened", .string(opened.description)), .init("party", .string(dispute.party)),
            .init("ppm", .integer(Int64(ppm))), .init("work", .string(dispute.work)),
        ])
    }

    /// A claim as its line in the file.
    public static func line(_ claim: Claim) -> [UInt8] {
        line([
            .init("evidence", .string(claim.evidence)), .init("id", .string(claim.id)),
            .init("kind", .string("claim")), .init("party", .string(claim.party)),
            .init("ppm", .integer(Int64(claim.ppm))), .init("work", .string(claim.work)),
        ])
    }

    /// A confirmed match as its line in the file.
    public static func line(_ match: Match) -> [UInt8] {
        line([
            .init("by", .string(match.by)), .init("document", .string(match.document)),
            .init("evidence", .string(match.evidence)), .init("id", .string(match.id)), .init("kind", .string("match")),
            .init("work", .string(match.work)),
        ])
    }

    private static func line(_ members: [JSONValue.Member]) -> [UInt8] {
        JSONValue.object(members).canonicalBytes + [0x0A]
    }

    // MARK: - Reading

    /// Reads a file; lines that are wrong are told, the others are read all the same.
    ///
    /// - Parameter rules: By which the pool is or was settled; the first ones ask less of names.
    public static func read(
        _ bytes: [UInt8], file: String, rules: SettlementRules = .current
    ) -> (filings: Filings, faults: [UsageReport.Fault]) {
        var (filings, faults) = (Filings(), [UsageReport.Fault]())
        var lines = LineSplitter()
        func take(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
            guard !line.isEmpty else { return }
            do { try filings.add(Array(line), rules) } catch {
                faults.append(.init(file: file, line: number, reason: error.reason))
            }
        }
        bytes.withUnsafeBytes { lines.feed($0, take) }
        lines.finish(take)
        return (filings, faults)
    }

    private mutating func add(_ line: [UInt8], _ rules: SettlementRules) throws(SettlementError) {
        let value: JSONValue
        do { value = try JSONReader.read(line) } catch {
            throw SettlementError(
                .badInput, "the line is no JSON (\(error)); muniment settle dispute, claim and match write it")
        }
        func text(_ key: String) throws(SettlementError) -> String {
            guard let text = value[key]?.string else { throw SettlementError(.badInput, "\(key) is missing") }
            return text
        }
        if rules.isStrict { try Self.checkMarks(value) }
        let (id, kind) = (try text("id"), try text("kind"))
        guard !ids.contains(id) else { throw SettlementError(.badInput, "\(id) stands twice") }
        switch kind {
        case "claim":
            claims.append(
                try Claim(
                    id: id, work: text("work"), party: text("party"), ppm: Self.ppm(value), evidence: text("evidence")))
        case "dispute":
            guard let opened = Timestamp(rfc3339: try text("opened")) else {
                throw SettlementError(.badInput, "opened is no time of RFC 3339")
            }
            disputes.append(
                Dispute(
                    id: try Self.name(id), work: try Self.identity(text("work")),
                    party: try Self.identity(text("party")), ppm: try Self.part(Self.ppm(value), of: id),
                    opened: opened))
        case "match":
            matches.append(
                try Match(
                    id: id, work: text("work"), document: text("document"), by: text("by"), evidence: text("evidence")))
        default: throw SettlementError(.badInput, "\(kind.prefix(40)) is none of claim, dispute and match")
        }
        ids.insert(id)
    }

    private static func checkMarks(_ line: JSONValue) throws(SettlementError) {
        for member in line.members ?? [] {
            guard let text = member.value.string, let mark = HiddenMarks.first(in: text) else { continue }
            throw SettlementError(
                .badInput, "\(member.key) holds \(mark), a character that nobody sees; write it without")
        }
        for key in ["work", "party"] {
            guard let problem = line[key]?.string.flatMap({ SheetFormula.problem(of: $0) }) else { continue }
            throw SettlementError(.badInput, problem)
        }
    }

    private static func ppm(_ value: JSONValue) throws(SettlementError) -> UInt64 {
        guard let number = value["ppm"]?.integer, number > 0 else {
            throw SettlementError(.badInput, "ppm is missing, or no number of millionths")
        }
        return UInt64(number)
    }

    // MARK: - Parts of all

    private static func part(_ ppm: UInt64, of id: String) throws(SettlementError) -> UInt64 {
        guard (1...WorkShares.whole).contains(ppm) else {
            throw SettlementError(.badInput, "\(id) is over \(ppm) millionths; 1 to \(WorkShares.whole) are a part")
        }
        return ppm
    }

    private static func identity(_ id: String) throws(SettlementError) -> String { try OneForm.of(name(id)) }

    /// On one line without tabs, which the tables that follow from it can hold.
    private static func name(_ text: String) throws(SettlementError) -> String {
        guard !text.isEmpty, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw SettlementError(.badInput, "an id, a work and a party are texts on one line, without tabs")
        }
        return text
    }
}

extension Pool {
    /// The pool with disputes that came in since.
    func disputed(by more: [Dispute]) -> Pool {
        var pool = self
        pool.disputes += more
        return pool
    }
}
