public import Canonical
internal import Shards

/// What a settled pool published as unmatched, for those who look for their works in it.
public struct UnmatchedUses: Sendable {
    public struct Use: Hashable, Sendable {
        /// Of a work, or `domain:` and a host; empty where the report left both out.
        public let work: String
        public let why: String
        /// In the smallest unit.
        public let amount: Int64
    }

    public let pool: String
    public let society: String
    public let currency: Currency
    public let claimsTo: String
    /// Before it the money is put to no other use.
    public let heldUntil: String
    public let uses: [Use]

    /// Reads a folder that `settle allocate` wrote.
    ///
    /// - Throws: ``SettlementError`` for a folder that is none, or whose table is not the one its summary names; a shard's error
    ///   for files that cannot be read.
    public init(folder: String) throws {
        let file = folder + "/unmatched.tsv"
        guard OutputFile.exists(folder + "/settlement.json"), OutputFile.exists(file) else {
            throw SettlementError(.badInput, "\(folder) is no folder that muniment settle allocate wrote")
        }
        let summary: JSONValue
        do { summary = try JSONReader.read(OutputFile.read(folder + "/settlement.json")) } catch {
            throw SettlementError(.badInput, "\(folder)/settlement.json cannot be read: \(error)")
        }
        let bytes = try OutputFile.read(file)
        guard summary["files"]?["unmatched.tsv"]?.string == Digest(of: bytes).hex else {
            throw SettlementError(.mismatch, "\(file) is not the table that settlement.json names")
        }
        func text(_ key: String) -> String { summary[key]?.string ?? "" }
        (pool, society, claimsTo) = (text("pool"), text("society"), text("claimsTo"))
        currency = try Currency(text("currency"))
        heldUntil = String((summary["unclaimed"]?["nonDistributableFrom"]?.string ?? "").prefix(10))
        var (uses, lines, isSound) = ([Use](), LineSplitter(), true)
        func take(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard number > 1 else { return }
            guard fields.count == 3, let amount = Int64(fields[2]) else { return isSound = false }
            uses.append(Use(work: fields[0], why: fields[1], amount: amount))
        }
        bytes.withUnsafeBytes { lines.feed($0, take) }
        guard isSound else { throw SettlementError(.badInput, "\(file) has a line that is none of its kind") }
        self.uses = uses
    }

    /// Those that a text names: a part of an id, an identifier in any spelling, a host, or an address at it.
    public func found(by text: String) -> [Use] {
        let query = Query(text)
        return uses.filter { query.names($0.work) }
    }

    private struct Query {
        private let part: String
        private let form: String?

        init(_ text: String) {
            let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
            // What is misspelt as an identifier is still looked for as it stands.
            do throws(SettlementError) { form = try OneForm.of(text) } catch { form = nil }
            var host = trimmed
            for scheme in ["https://", "http://"] where host.hasPrefix(scheme) {
                host = String(host.dropFirst(scheme.count).prefix { !"/:?#".contains($0) })
            }
            part = host
        }

        func names(_ work: String) -> Bool {
            guard !part.isEmpty else { return false }
            return work == form || work.lowercased().contains(part)
        }
    }
}
