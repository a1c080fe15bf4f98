public import Canonical
public import Ledger
internal import Shards

/// A settled pool as files: what it was settled from, who gets what, the books, and the seal of a closed period.
///
/// Format: `docs/formats/settlement.md`.
public struct SettlementFolder {
    public let path: String

    public init(_ path: String) { self.path = path }

    static let summaryName = "settlement.json"
    static let sealName = "close.json"
    static let inputsName = "inputs"

    /// Whether something was settled here, whatever is left of it.
    public var isSettled: Bool {
        isClosed
            || ["\(Self.summaryName)", "\(Self.inputsName)/pool.yaml"].contains { OutputFile.exists("\(path)/\($0)") }
    }

    public var isClosed: Bool { OutputFile.exists("\(path)/\(Self.sealName)") }

    /// What is written beside the inputs, by name.
    static func files(_ allocation: Allocation, _ payments: [Payment]) -> [(name: String, write: Writer)] {
        var files: [(name: String, write: Writer)] = [
            ("allocation.tsv", allocation.writeTable), ("journal.jsonl", Journal(allocation, payments).write),
            ("payments.tsv", { (put) throws(ShardError) in try PaymentTable(allocation.rules).write(payments, put) }),
            ("unmatched.tsv", UnmatchedTable(allocation).write),
        ]
        if allocation.rules.hasPage { files.append(("unmatched.html", UnmatchedPage(allocation).write)) }
        return files
    }

    /// The names of those files, by whatever rules.
    static let fileNames = ["allocation.tsv", "journal.jsonl", "payments.tsv", "unmatched.tsv", "unmatched.html"]

    /// Gives the bytes of a file, a piece at a time.
    typealias Writer = (OutputFile.Put) throws(ShardError) -> Void

    func summary(_ allocation: Allocation, _ form: SettlementForm) throws -> [UInt8] {
        let clocks = Clocks(yearEnd: allocation.pool.yearEnd)
        let names =
            (form.hasFilings ? [Self.filingsName] : [])
            + ["inputs/pool.yaml", "inputs/usage.tsv", "inputs/" + PathText.name(of: sharesPath)]
            + Self.files(allocation, []).map(\.name)
        var files: [JSONValue.Member] = []
        for name in names { files.append(.init(name, .string(try OutputFile.digest("\(path)/\(name)").digest.hex))) }
        // The first rules had no name yet.
        let pool = allocation.pool
        let rules: [JSONValue.Member] =
            form.rules > .first
            ? [
                .init("claimsTo", .string(pool.claimsTo)), .init("from", .string(pool.from.description)),
                .init("rules", .integer(Int64(form.rules.rawValue))), .init("society", .string(pool.society)),
                .init("to", .string(pool.to.description)),
            ] : []
        let value = JSONValue.object(
            rules + [
                .init("currency", .string(allocation.pool.currency.code)),
                .init("deductions", .integer(allocation.deductions.reduce(0) { $0 + $1.amount })),
                .init("files", .object(files.sorted { $0.key < $1.key })), .init("gross", .integer(allocation.gross)),
                .init("heldDispute", .integer(allocation.sum(.heldDispute))),
                .init("heldUnmatched", .integer(allocation.sum(.heldUnmatched))),
                .init("method", .string(allocation.pool.method.name)), .init("net", .integer(allocation.net)),
                .init("optedOutLines", .integer(Int64(allocation.optedOutLines))),
                .init("payable", .integer(allocation.sum(.payable))), .init("pool", .string(allocation.pool.id)),
                .init(
                    "unclaimed",
                    .object([
                        .init("distributeBy", .string(clocks.distributeBy.description)),
                        .init("nonDistributableFrom", .string(clocks.nonDistributableFrom.description)),
                        .init("publishBy", .string(clocks.publishBy.description)),
                        .init("tellMembersBy", .string(clocks.tellMembersBy.description)),
                    ])),
            ])
        return value.canonicalBytes + [0x0A]
    }

    // MARK: - Checking

    /// Settles again from the folder's own inputs and names every file that is not what comes out, byte by byte.
    ///
    /// - Throws: ``ConfigError`` or ``SettlementError`` if the inputs are not there or not sound.
    public func recompute() throws -> (allocation: Allocation, payments: [Payment], differing: [String]) {
        let form = try form()
        try checkInputs()
        let allocation = try inputs(form).allocate()
        let payments = try Payment.all(allocation)
        var differing: [String] = []
        for (name, write) in Self.files(allocation, payments) {
            if try !holds("\(path)/\(name)", write) { differing.append(name) }
        }
        let summary = try summary(allocation, form)
        let target = "\(path)/\(Self.summaryName)"
        if try !holds(target, { (put) throws(ShardError) in try put(summary) }) { differing.append(Self.summaryName) }
        return (allocation, payments, differing)
    }

    /// ``recompute()``, with the statements held against what comes out too, and with every file that nothing explains.
    public func recomputeAll() throws -> (allocation: Allocation, payments: [Payment], differing: [String]) {
        try checkEntries()
        let (allocation, payments, differing) = try recompute()
        return (allocation, payments, differing + (try unexplained(allocation, payments)))
    }

    /// Before anything is read: what a link leads to is not in the folder, and a pipe is read without end.
    private func checkEntries() throws {
        for folder in ["", Self.inputsName, Statement.folder] {
            for name in try names(in: folder) {
                let entry = folder.isEmpty ? name : "\(folder)/\(name)"
                let (place, kind) = ("\(path)/\(entry)", FileKind("\(path)/\(entry)"))
                guard FileKind.isLink(place) || kind != .file && kind != .folder else { continue }
                let what = FileKind.isLink(place) ? "a link" : kind?.words ?? "nothing"
                throw SettlementError(
                    .mismatch,
                    "\(place) is \(what), where a file of the folder is due; put the file itself in its place")
            }
        }
    }

    /// Whether the inputs are those that the summary names: of one that was changed, what comes out says nothing.
    ///
    /// - Throws: ``SettlementError`` with code `mismatch` that names them.
    private func checkInputs() throws {
        let file = "\(path)/\(Self.summaryName)"
        guard OutputFile.exists(file) else { return }
        let files: [JSONValue.Member]
        // A summary that cannot be read is told as a file that differs.
        do { files = try JSONReader.read(OutputFile.read(file))["files"]?.members ?? [] } catch { return }
        let changed = try files.filter { member in
            guard member.key.hasPrefix(Self.inputsName + "/"), OutputFile.exists("\(path)/\(member.key)") else {
                return false
            }
            return try OutputFile.digest("\(path)/\(member.key)").digest.hex != member.value.string
        }
        guard changed.isEmpty else {
            throw SettlementError(
                .mismatch,
                "\(changed.map(\.key).joined(separator: ", ")) in \(path): not as \(Self.summaryName) names it; take back what the pool was settled from"
            )
        }
    }

    private func unexplained(_ allocation: Allocation, _ payments: [Payment]) throws -> [String] {
        let own =
            Self.files(allocation, payments).map(\.name) + [
                Self.summaryName, Self.sealName, Self.inputsName, Statement.folder,
            ]
        var found = try names(in: "").filter { !own.contains($0) }
        let inputs = ["pool.yaml", "usage.tsv", PathText.name(of: sharesPath), "filings.jsonl"]
        found += try names(in: Self.inputsName).filter { !inputs.contains($0) }.map { "\(Self.inputsName)/\($0)" }
        let told = Set(try names(in: Statement.folder))
        guard !told.isEmpty else { return found }
        let statements = Statement.all(allocation, payments)
        var known: Set<String> = [Statement.indexName]
        var wrong: [String] = []
        func check(_ name: String, _ bytes: [UInt8]) throws {
            let file = "\(path)/\(Statement.folder)/\(name)"
            let isSame = try told.contains(name) && OutputFile.digest(file).digest == Digest(of: bytes)
            if !isSame { wrong.append(name) }
        }
        try check(Statement.indexName, Statement.index(statements))
        known.insert(SocietyPage.name)
        // By earlier rules the statements of one party alone stood without it.
        if told.contains(SocietyPage.name) || allocation.rules.alwaysSummarizes {
            try check(SocietyPage.name, SocietyPage(allocation, payments).html)
        }
        for (number, statement) in statements.enumerated() {
            let files = statement.files(number: number + 1)
            known.formUnion(files.map(\.name))
            // Statements are made for one party alone too: its files are there together or not at all.
            guard files.contains(where: { told.contains($0.name) }) else { continue }
            for file in files { try check(file.name, file.bytes()) }
        }
        wrong += told.subtracting(known).sorted(by: ByteOrder.precedes)
        return found + wrong.map { "\(Statement.folder)/\($0)" }
    }

    /// What stands in a folder of this one, sorted; nothing if it is not there.
    func names(in folder: String) throws -> [String] {
        let place = folder.isEmpty ? path : "\(path)/\(folder)"
        guard OutputFile.exists(place) else { return [] }
        var names: [String] = []
        try FolderWalk.each(place) { names.append($0) }
        return names.sorted(by: ByteOrder.precedes)
    }

    private func holds(_ file: String, _ write: Writer) throws -> Bool {
        guard OutputFile.exists(file) else { return false }
        var hasher = Digest.Hasher()
        try write { (bytes) throws(ShardError) in hasher.update(bytes) }
        return try OutputFile.digest(file).digest == hasher.finish()
    }

    /// The shares as they were copied, whatever form their file had.
    private var sharesPath: String {
        let names = ["mandates.yaml", "mandates.json", "mandates.jsonl", "mandates.csv", "shares.tsv"]
        return path + "/inputs/" + (names.first { OutputFile.exists("\(path)/inputs/\($0)") } ?? "shares.tsv")
    }

    static let filingsName = "inputs/filings.jsonl"

    var filingsPath: String { "\(path)/\(Self.filingsName)" }

    /// By which rules it was settled. A summary that cannot be read is none, and is then told as a file that differs.
    private func form() throws -> SettlementForm {
        let file = "\(path)/\(Self.summaryName)"
        guard OutputFile.exists("\(path)/inputs/pool.yaml") else {
            throw SettlementError(
                OutputFile.exists(file) || isClosed ? .mismatch : .badInput,
                "\(path)/inputs/pool.yaml is missing: name a folder that muniment settle allocate wrote")
        }
        return try OutputFile.exists(file) ? SettlementForm(summary: OutputFile.read(file), file: file) : .current
    }

    private func inputs(_ form: SettlementForm) throws -> SettlementInputs {
        guard OutputFile.exists(filingsPath) || !form.hasFilings else {
            throw SettlementError(
                .mismatch,
                "\(filingsPath) is missing, and \(Self.summaryName) names it: take back the copy that the pool was settled with"
            )
        }
        return try SettlementInputs.read(
            pool: path + "/inputs/pool.yaml", usage: path + "/inputs/usage.tsv", shares: sharesPath,
            filings: form.hasFilings ? filingsPath : nil, rules: form.rules)
    }

    // MARK: - Closing

    /// Signs the balances and all files of the period, after which nothing in it changes.
    ///
    /// - Returns: The seal, one line of JSON.
    /// - Throws: ``SettlementError``: `closed`, or `mismatch` if the files are not what the inputs come to.
    public func close(key: SigningKey, at time: Timestamp) throws -> [UInt8] {
        let seal = try seal(key: key, at: time)
        try put(seal: seal)
        return seal
    }

    /// Puts a seal into its place, by which the folder is closed.
    public func put(seal: [UInt8]) throws { try OutputFile.replace("\(path)/\(Self.sealName)", with: seal) }

    /// The SHA-256 of the summary, which names all other files by theirs.
    public func summaryDigest() throws -> Digest { try OutputFile.digest("\(path)/\(Self.summaryName)").digest }

    /// The pool as it was settled.
    public func pool() throws -> Pool {
        try SettlementInputs.readPool(path + "/inputs/pool.yaml", shares: sharesPath, rules: form().rules)
    }

    /// The seal that ``close(key:at:)`` writes, without writing it.
    public func seal(key: SigningKey, at time: Timestamp) throws -> [UInt8] {
        guard !isClosed else { throw SettlementError(.closed, "\(path) is closed already") }
        try checkCanClose(at: time)
        let (allocation, payments, differing) = try recomputeAll()
        guard differing.isEmpty else {
            throw SettlementError(
                .mismatch,
                "\(differing.joined(separator: ", ")) is not what the inputs come to; run muniment settle allocate into another folder"
            )
        }
        let journal = Journal(allocation, payments)
        let body = JSONValue.object([
            .init("at", .string(time.description)),
            .init("balances", .object(journal.balances.map { .init($0.account, .integer($0.amount)) })),
            .init("journal", .string(journal.head.hex)), .init("key", .string(key.verifying.text)),
            .init("pool", .string(allocation.pool.id)), .init("society", .string(allocation.pool.society)),
            .init("summary", .string(try summaryDigest().hex)),
        ]).canonicalBytes
        return JSONValue.object([
            .init("close", .string(String(decoding: body, as: UTF8.self))),
            .init("signature", .string(Base64.encode(try key.sign(body, for: Self.context)))),
        ]).canonicalBytes + [0x0A]
    }

    /// - Throws: ``SettlementError`` with code `notYet` for a period that goes on: what is used in it is not known whole.
    public func checkCanClose(at time: Timestamp) throws {
        let pool = try pool()
        guard pool.to <= time else {
            throw SettlementError(
                .notYet, "the period of pool \(pool.id) goes on until \(pool.to); close it then, or later")
        }
    }

    static let context = SignatureContext("settlement-close")

    /// The seal as an entry of the operator's log, which binds the head of the books into its tree.
    ///
    /// - Throws: ``SettlementError`` with code `mismatch` for a folder that is not closed.
    public func logEntry() throws -> [UInt8] {
        guard isClosed else {
            throw SettlementError(.mismatch, "\(path) is not closed; run muniment settle close first")
        }
        return try logEntry(of: OutputFile.read("\(path)/\(Self.sealName)"))
    }

    /// The entry of a seal that may not be in its place yet.
    public func logEntry(of line: [UInt8]) throws -> [UInt8] {
        let seal: JSONValue
        do { seal = try JSONReader.read(line) } catch {
            throw SettlementError(.mismatch, "\(path)/\(Self.sealName) is no seal: \(error)")
        }
        return JSONValue.object(
            (seal.members ?? []) + [.init("type", .string("settlement")), .init("v", .integer(1))]
        ).canonicalBytes
    }

    /// Whether the folder is closed under a key, and still what was signed.
    ///
    /// - Parameter key: Nil for the key that the seal names, which tells that nothing was changed and not who signed it.
    /// - Throws: ``SettlementError`` with code `mismatch` that says what is wrong.
    public func checkSeal(_ key: VerifyingKey?) throws {
        try check(seal: OutputFile.read("\(path)/\(Self.sealName)"), key)
    }

    /// Whether a seal, in its place or not, is of these files and signed by a key.
    public func isSealed(by seal: [UInt8], under key: VerifyingKey) throws -> Bool {
        do { try check(seal: seal, key) } catch let error as SettlementError {
            guard error.code == .mismatch else { throw error }
            return false
        }
        return true
    }

    private func check(seal line: [UInt8], _ key: VerifyingKey?) throws {
        let (seal, signed): (JSONValue, JSONValue)
        do {
            seal = try JSONReader.read(line)
            signed = try JSONReader.read(Array((seal["close"]?.string ?? "").utf8))
        } catch { throw SettlementError(.mismatch, "\(path)/\(Self.sealName) is no seal: \(error)") }
        guard seal.canonicalBytes + [0x0A] == line else {
            throw SettlementError(.mismatch, "\(path)/\(Self.sealName) is not as it was written")
        }
        let body = seal["close"]?.string ?? ""
        let key = try key ?? named(signed["key"]?.string ?? "")
        let signature = seal["signature"]?.string.flatMap(Base64.decode) ?? []
        guard key.isValid(signature, of: Array(body.utf8), for: Self.context) else {
            throw SettlementError(.mismatch, "the seal of \(path) is not signed by \(key.name)")
        }
        guard signed["summary"]?.string == (try summaryDigest().hex) else {
            throw SettlementError(.mismatch, "\(path)/\(Self.summaryName) was changed after the period was closed")
        }
    }

    private func named(_ key: String) throws -> VerifyingKey {
        do { return try VerifyingKey(text: key) } catch {
            throw SettlementError(.mismatch, "\(path)/\(Self.sealName) names no key: \(error)")
        }
    }
}
