public import Canonical

/// Reads a pool's file.
public enum PoolFile {
    private static let keys = [
        "pool", "society", "from", "to", "currency", "gross", "tariff", "deductions", "method", "class_points",
        "payments", "scores", "minimum_payout", "financial_year_end", "disputes", "adjustments", "carried_forward",
        "rates", "payouts", "claims_to", "counting",
    ]

    /// - Parameters:
    ///   - mandates: Text and name of the file of mandates, whose tariffs the pool may name.
    ///   - rules: By which the pool is or was settled; the first ones ask less of it.
    /// - Throws: ``ConfigError`` with file, line and key.
    public static func read(
        _ text: String, file: String, mandates: (text: String, file: String)? = nil,
        rules: SettlementRules = .current
    ) throws(ConfigError) -> Pool {
        let node = try ConfigNode.read(text, file: file)
        let map = try node.map(keys)
        if rules.isStrict { try node.checkMarks() }
        let (from, to) = (try day("from", map, node), try day("to", map, node))
        guard from < to else { throw node.fault("the period ends (to) before it begins (from); to is exclusive") }
        let gross = try map["gross"].map { (node) throws(ConfigError) in try amount(node) }
        let own = try currency(due("currency", map, node))
        let known = try mandates.map { (file) throws(ConfigError) in
            try TariffRecord.read(file.text, file: file.file)
        }
        let tariff = try map["tariff"].map { (node) throws(ConfigError) in
            try Tariff(node, known: known ?? [:], own, from: from, to: to)
        }
        guard gross != nil || tariff != nil else {
            throw node.fault("gross is missing, and no tariff says what the use comes to")
        }
        if rules.isStrict { try check(oneGross: map, tariff) }
        var deductions: [Deduction] = []
        for item in try map["deductions"]?.list() ?? [] { deductions.append(try Deduction(item)) }
        try unique(deductions.map(\.name), "deductions", node)
        let id = try name("pool", map, node)
        let adjustments = try adjustments(map, node)
        if rules.checksFields { try check(adjustments, of: id) }
        let payouts = try payouts(map, node, own)
        let pool = Pool(
            id: id, society: try name("society", map, node), from: from, to: to,
            currency: own, gross: gross, tariff: tariff, deductions: deductions,
            method: try method(map, node), minimumPayout: try map["minimum_payout"].map(amountOf) ?? 0,
            yearEnd: try yearEnd(map, node, from, rules), disputes: try disputes(map, node),
            adjustments: adjustments.map(\.adjustment), carried: try signed("carried_forward", map),
            payouts: payouts.mapValues(\.rate),
            claimsTo: try map["claims_to"] == nil ? "" : name("claims_to", map, node),
            counting: try map["counting"] == nil ? "" : name("counting", map, node),
            named: rules.checksFields
                ? adjustments.map { unknown($0.adjustment.party, $0.node) }
                    + payouts.sorted { ByteOrder.precedes($0.key, $1.key) }.map { unknown($0.key, $0.value.node) } : [])
        if case .userCentric(let payments) = pool.method, let gross {
            let sum = payments.values.reduce(UInt128(0)) { $0 + UInt128($1) }
            guard sum == UInt128(gross) else {
                throw node.fault("the payments come to \(sum), gross says \(gross)")
            }
        }
        return pool
    }

    /// Either the pool says what its money is, or the tariff does by the use.
    private static func check(oneGross map: [String: ConfigNode], _ tariff: Tariff?) throws(ConfigError) {
        guard let gross = map["gross"], let tariff else { return }
        throw gross.fault(
            "tariff \(tariff.id) says what the use comes to, and gross says it too: leave gross out to be paid by the tariff, or the tariff to share out this amount"
        )
    }

    /// The clocks of unclaimed money count from the end of a year in which money of the period came in.
    private static func yearEnd(
        _ map: [String: ConfigNode], _ node: ConfigNode, _ from: Timestamp, _ rules: SettlementRules
    ) throws(ConfigError) -> Timestamp {
        let end = try day("financial_year_end", map, node)
        guard !rules.isStrict || from <= end else {
            throw (map["financial_year_end"] ?? node).fault(
                "\(end) is before the period begins (\(from)): the time in which owners can claim would run out too soon; name the end of the financial year in which money of this period comes in"
            )
        }
        return end
    }

    private static func unknown(_ party: String, _ node: ConfigNode) -> (party: String, fault: ConfigError) {
        let problem = "\(party) has no share in any work and nothing carried forward, and is none of the parties"
        return (party, node.fault(problem + ": check its id, or list it in the file of mandates"))
    }

    private static func check(
        _ adjustments: [(adjustment: Adjustment, node: ConfigNode)], of pool: String
    ) throws(ConfigError) {
        for (one, node) in adjustments {
            guard one.amount != 0 else { throw node.fault("amount is 0: an adjustment of nothing; leave it out") }
            guard !one.heldBy.isEmpty else { continue }
            guard one.heldBy != pool else {
                throw node.fault("held names this pool itself; an earlier one is due, whose held money it is paid from")
            }
            guard one.amount > 0 else {
                throw node.fault("amount is \(one.amount): what is paid from held money is more than nothing")
            }
        }
    }

    private static func amountOf(_ node: ConfigNode) throws(ConfigError) -> Int64 { try amount(node) }

    private static func method(_ map: [String: ConfigNode], _ node: ConfigNode) throws(ConfigError) -> WeightMethod {
        let choice = try due("method", map, node).choice(WeightMethod.names)
        for (key, owner) in [
            ("class_points", "class_weighted"), ("payments", "user_centric"), ("scores", "value_weighted"),
        ] {
            guard (map[key] != nil) == (choice == owner) else {
                throw (map[key] ?? node).fault("\(key) is due with the method \(owner), and with no other")
            }
        }
        switch choice {
        case "documents": return .documents
        case "sqrt_tokens": return .squareRootOfTokens
        case "class_weighted":
            var points: [String: UInt64] = [:]
            for (name, value) in try map["class_points"]?.entries() ?? [] {
                points[name] = UInt64(try value.integer(in: 0...1_000_000))
            }
            return .classWeighted(points: points)
        case "user_centric":
            var payments: [String: Int64] = [:]
            for (name, value) in try map["payments"]?.entries() ?? [] { payments[name] = try amount(value) }
            return .userCentric(payments: payments)
        case "value_weighted":
            return try scores(map["scores"] ?? node)
        default: return .tokens
        }
    }

    private static func scores(_ node: ConfigNode) throws(ConfigError) -> WeightMethod {
        let map = try node.map(["model", "margin", "works"])
        var scores: [String: UInt64] = [:]
        for (work, value) in try due("works", map, node).entries() {
            let score = UInt64(try value.integer(in: 0...Int.max))
            guard scores.updateValue(score, forKey: try OneForm.of(work, at: value)) == nil else {
                throw value.fault("\(work) stands twice in scores, in another spelling")
            }
        }
        return .valueWeighted(
            scores: scores, model: try name("model", map, node), margin: try name("margin", map, node))
    }

    private static func disputes(_ map: [String: ConfigNode], _ node: ConfigNode) throws(ConfigError) -> [Dispute] {
        var all: [Dispute] = []
        for item in try map["disputes"]?.list() ?? [] {
            let map = try item.map(["id", "work", "party", "ppm", "opened"])
            all.append(
                Dispute(
                    id: try name("id", map, item), work: try identity("work", map, item),
                    party: try identity("party", map, item),
                    ppm: UInt64(try due("ppm", map, item).integer(in: 1...Int(WorkShares.whole))),
                    opened: try day("opened", map, item)))
        }
        try unique(all.map(\.id), "disputes", node)
        return all
    }

    private static func adjustments(
        _ map: [String: ConfigNode], _ node: ConfigNode
    ) throws(ConfigError) -> [(adjustment: Adjustment, node: ConfigNode)] {
        var all: [(adjustment: Adjustment, node: ConfigNode)] = []
        for item in try map["adjustments"]?.list() ?? [] {
            let map = try item.map(["id", "party", "amount", "reason", "held"])
            let adjustment = Adjustment(
                id: try name("id", map, item), party: try identity("party", map, item),
                amount: Int64(try due("amount", map, item).integer(in: -Int.max...Int.max)),
                reason: try name("reason", map, item), heldBy: try map["held"] == nil ? "" : name("held", map, item))
            all.append((adjustment, item))
        }
        try unique(all.map(\.adjustment.id), "adjustments", node)
        return all
    }

    private static func signed(_ key: String, _ map: [String: ConfigNode]) throws(ConfigError) -> [String: Int64] {
        var found: [String: Int64] = [:]
        for (name, value) in try map[key]?.entries() ?? [] {
            let amount = Int64(try value.integer(in: -Int.max...Int.max))
            guard found.updateValue(amount, forKey: try OneForm.of(name, at: value)) == nil else {
                throw value.fault("\(name) stands twice in \(key), in another spelling")
            }
        }
        return found
    }

    private static func payouts(
        _ map: [String: ConfigNode], _ node: ConfigNode, _ own: Currency
    ) throws(ConfigError) -> [String: (rate: PayoutRate, node: ConfigNode)] {
        var rates: [String: PayoutRate] = [:]
        for item in try map["rates"]?.list() ?? [] {
            let rate = try PayoutRate(item, from: own)
            guard rates.updateValue(rate, forKey: rate.id) == nil else {
                throw item.fault("\(rate.id) stands twice in rates")
            }
        }
        var payouts: [String: (rate: PayoutRate, node: ConfigNode)] = [:]
        for (party, value) in try map["payouts"]?.entries() ?? [] {
            guard let rate = rates[try value.string()] else {
                throw value.fault("no rate of this id stands in rates; known: \(rates.keys.sorted())")
            }
            guard payouts.updateValue((rate, value), forKey: try OneForm.of(party, at: value)) == nil else {
                throw value.fault("\(party) stands twice in payouts")
            }
        }
        return payouts
    }

    private static func unique(_ names: [String], _ key: String, _ node: ConfigNode) throws(ConfigError) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw node.fault("\(name) stands twice in \(key)")
        }
    }

    static func due(
        _ key: String, _ map: [String: ConfigNode], _ node: ConfigNode
    ) throws(ConfigError) -> ConfigNode {
        guard let found = map[key] else { throw node.fault("\(key) is missing") }
        return found
    }

    /// A text on one line without tabs, which the tables that follow from it can hold.
    static func name(
        _ key: String, _ map: [String: ConfigNode], _ node: ConfigNode
    ) throws(ConfigError) -> String {
        let node = try due(key, map, node)
        let text = try node.string()
        guard !text.isEmpty, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw node.fault("a text on one line is due here, without tabs")
        }
        return text
    }

    /// The id of a work or a party.
    private static func identity(
        _ key: String, _ map: [String: ConfigNode], _ node: ConfigNode
    ) throws(ConfigError) -> String {
        try OneForm.of(name(key, map, node), at: map[key] ?? node)
    }

    /// A whole number of the smallest unit, not negative.
    static func amount(_ node: ConfigNode) throws(ConfigError) -> Int64 {
        do { return Int64(try node.integer(in: 0...Int.max)) } catch {
            throw node.fault(
                "\(error.problem): an amount is a whole number of the currency's smallest unit, not negative")
        }
    }

    static func ratio(_ node: ConfigNode) throws(ConfigError) -> Ratio {
        let text = try node.string()
        guard let ratio = Ratio(text) else {
            throw node.fault("\(text) is no exact rate; 12.5%, 0.125 and 1/8 are, with up to 13 digits")
        }
        return ratio
    }

    static func currency(_ node: ConfigNode) throws(ConfigError) -> Currency {
        do { return try Currency(try node.string()) } catch let error as SettlementError {
            throw node.fault(error.reason)
        } catch let error as ConfigError { throw error } catch { throw node.fault("\(error)") }
    }

    /// A day, `2026-12-31`.
    static func day(
        _ key: String, _ map: [String: ConfigNode], _ node: ConfigNode
    ) throws(ConfigError) -> Timestamp {
        let node = try due(key, map, node)
        let text = try node.string()
        guard let day = Timestamp(day: text) else {
            throw node.fault("\(text) is no day; 2026-12-31 is")
        }
        return day
    }
}
