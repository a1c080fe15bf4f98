public import Canonical

/// Disputes and claims that came in since the pool and its shares were written: a file of JSON lines that is only ever
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

    public private(set) var disputes: [Dispute] = []
    public private(set) var claims: [Claim] = []

    public init() {}

    private var ids: Set<String> { Set(disputes.map(\.id) + claims.map(\.id)) }

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

    private static func line(_ members: [JSONValue.Member]) -> [UInt8] {
        JSONValue.object(members).canonicalBytes + [0x0A]
    }

    // MARK: - Reading

    /// Reads a file; lines that are wrong are told, the others are read all the same.
    public static func read(_ bytes: [UInt8], file: String) -> (filings: Filings, faults: [UsageReport.Fault]) {
        var (filings, faults) = (Filings(), [UsageReport.Fault]())
        var lines = LineSplitter()
        func take(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
            guard !line.isEmpty else { return }
            do { try filings.add(Array(line)) } catch {
                faults.append(.init(file: file, line: number, reason: error.reason))
            }
        }
        bytes.withUnsafeBytes { lines.feed($0, take) }
        lines.finish(take)
        return (filings, faults)
    }

    private mutating func add(_ line: [UInt8]) throws(SettlementError) {
        let value: JSONValue
        do { value = try JSONReader.read(line) } catch {
            throw SettlementError(
                .badInput, "the line is no JSON (\(error)); muniment settle dispute and claim write it")
        }
        func text(_ key: String) throws(SettlementError) -> String {
            guard let text = value[key]?.string else { throw SettlementError(.badInput, "\(key) is missing") }
            return text
        }
        let (id, work, party) = (try text("id"), try text("work"), try text("party"))
        guard !ids.contains(id) else { throw SettlementError(.badInput, "\(id) stands twice") }
        guard let number = value["ppm"]?.integer, number > 0 else {
            throw SettlementError(.badInput, "ppm is missing, or no number of millionths")
        }
        switch try text("kind") {
        case "claim":
            claims.append(
                try Claim(id: id, work: work, party: party, ppm: UInt64(number), evidence: text("evidence")))
        case "dispute":
            guard let opened = Timestamp(rfc3339: try text("opened")) else {
                throw SettlementError(.badInput, "opened is no time of RFC 3339")
            }
            disputes.append(
                Dispute(
                    id: try Self.name(id), work: try Self.identity(work), party: try Self.identity(party),
                    ppm: try Self.part(UInt64(number), of: id), opened: opened))
        case let kind: throw SettlementError(.badInput, "\(kind.prefix(40)) is neither claim nor dispute")
        }
    }

    // MARK: - Parts of both

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
