public import Canonical
internal import Licensing

/// The pool of its own that the remuneration of a notice opens, at the rate that was announced.
///
/// Whose works they are is not known: the money waits under the hosts that were used, to be claimed there.
/// Source: licensing bases 2(b) and 2(c); read 2026-11-30.
public struct NoticePool: Sendable {
    public let notice: String
    public let version: Int
    public let rate: AnnouncedRate
    /// As the notice says it.
    public let announced: String

    /// Reads a notice of a file of notices (`docs/formats/grounds.md`).
    ///
    /// - Parameter version: Nil for the latest.
    /// - Throws: ``ConfigError`` for a file that is wrong, or has no such notice, or none with a rate that can be computed by.
    public init(_ text: String, file: String, notice id: String, version: Int? = nil) throws(ConfigError) {
        let node = try ConfigNode.read(text, file: file)
        var grounds = OperatorGrounds()
        try grounds.add(.notices, node)
        var found: (version: Int, node: ConfigNode, text: String)?
        for item in try node.map(["notices"])["notices"]?.list() ?? [] {
            let keys = Dictionary(uniqueKeysWithValues: try item.entries().map { ($0.key, $0.value) })
            guard try keys["id"]?.string() == id, let number = try keys["version"]?.integer(in: 1...1_000_000),
                version == nil || version == number, number > found?.version ?? 0
            else { continue }
            found = (number, keys["remuneration"] ?? item, try keys["remuneration"]?.string() ?? "")
        }
        guard let found else {
            throw node.fault("there is no notice \(id)\(version.map { " of version \($0)" } ?? "") in it")
        }
        do throws(SettlementError) { rate = try AnnouncedRate(found.text) } catch {
            throw found.node.fault(error.reason)
        }
        (notice, self.version, announced) = (id, found.version, found.text)
    }

    /// The id of the tariff that a notice's version is.
    public static func tariff(_ notice: String, _ version: Int) -> String { "\(notice)/v\(version)" }

    /// What the pool is made for.
    public struct Terms: Sendable {
        public let society: String
        public let from: Timestamp
        /// Exclusive.
        public let to: Timestamp
        public let yearEnd: Timestamp
        /// Empty for none.
        public let claimsTo: String

        public init(society: String, from: Timestamp, to: Timestamp, yearEnd: Timestamp, claimsTo: String) {
            (self.society, self.from, self.to) = (society, from, to)
            (self.yearEnd, self.claimsTo) = (yearEnd, claimsTo)
        }
    }

    /// The pool's file.
    public func file(_ terms: Terms) -> String {
        func day(_ time: Timestamp) -> String { String(time.description.prefix(10)) }
        func quoted(_ text: String) -> String {
            String(decoding: JSONValue.string(text).canonicalBytes, as: UTF8.self)
        }
        let isByTokens = rate.basis == .perThousandTokens
        return """
            # What notice \(notice), version \(version), announced for the uses of what it took in.
            pool: \(quoted("\(notice)-v\(version)"))
            society: \(quoted(terms.society))
            from: \(day(terms.from))
            to: \(day(terms.to))
            currency: \(rate.currency)
            tariff: {id: \(quoted(Self.tariff(notice, version))), basis: \(rate.basis.rawValue), rate: \(rate.rate)}
            deductions: []
            method: \(isByTokens ? "tokens" : "documents")
            financial_year_end: \(day(terms.yearEnd))

            """ + (terms.claimsTo.isEmpty ? "" : "claims_to: \(quoted(terms.claimsTo))\n")
    }
}
