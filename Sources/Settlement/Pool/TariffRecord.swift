public import Canonical
internal import Licensing

/// A tariff as a file of mandates has it: what a society asks, in what currency, and when it is in force.
///
/// Format: `docs/formats/grounds.md`. Source: licensing bases 2(c), entities; read 2026-11-30.
public struct TariffRecord: Hashable, Sendable {
    public let id: String
    public let basis: Tariff.Basis
    public let rate: Ratio
    /// In the smallest unit.
    public let minimum: Int64
    public let currency: Currency
    public let from: Timestamp?
    /// Exclusive.
    public let to: Timestamp?

    /// - Throws: ``ConfigError`` for a rate that is not exact, a currency that is none, an amount that is no whole number.
    public init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["tariff", "society", "basis", "rate", "currency", "minimum", "from", "to"])
        id = try PoolFile.name("tariff", map, node)
        basis = try Tariff.basis(map, node)
        rate = try PoolFile.ratio(PoolFile.due("rate", map, node))
        minimum = try map["minimum"].map(PoolFile.amount) ?? 0
        currency = try PoolFile.currency(PoolFile.due("currency", map, node))
        from = try map["from"] == nil ? nil : PoolFile.day("from", map, node)
        to = try map["to"] == nil ? nil : PoolFile.day("to", map, node)
    }

    /// Those of a file of mandates, by id.
    static func read(_ text: String, file: String) throws(ConfigError) -> [String: TariffRecord] {
        let node = try RepertoireFile.read(text, file: file)
        var found: [String: TariffRecord] = [:]
        for item in try node.map(RepertoireSection.allCases.map(\.rawValue))["tariffs"]?.list() ?? [] {
            let tariff = try TariffRecord(item)
            found[tariff.id] = tariff
        }
        return found
    }

    func check(_ own: Currency, from first: Timestamp, to last: Timestamp, at node: ConfigNode) throws(ConfigError) {
        guard currency == own else { throw node.fault("tariff \(id) is in \(currency), the pool in \(own)") }
        guard from.map({ $0 <= first }) ?? true, to.map({ last <= $0 }) ?? true else {
            throw node.fault("tariff \(id) is not in force in all of \(first) to \(last)")
        }
    }
}
