internal import Canonical

/// By what a folder was settled, as its summary says.
struct SettlementForm: Hashable, Sendable {
    let rules: SettlementRules
    /// Pools that were settled before there were disputes and claims in files of their own lack the file.
    let hasFilings: Bool

    static let current = SettlementForm(rules: .current, hasFilings: true)

    init(rules: SettlementRules, hasFilings: Bool) { (self.rules, self.hasFilings) = (rules, hasFilings) }

    /// - Throws: ``SettlementError`` with code `unknownRules` for rules that are not known here.
    init(summary bytes: [UInt8], file: String) throws(SettlementError) {
        let value: JSONValue
        do { value = try JSONReader.read(bytes) } catch { self = .current; return }
        hasFilings = value["files"]?["inputs/filings.jsonl"] != nil
        guard let number = value["rules"] else { rules = .first; return }
        guard let known = number.integer.flatMap({ SettlementRules(rawValue: Int($0)) }), known > .first else {
            throw SettlementError(
                .unknownRules, "\(file): it was settled by rules that this program does not know; use a newer muniment")
        }
        rules = known
    }
}
