/// The weights of works by one method, gathered line by line from a usage report.
public struct UseTable: Sendable {
    /// The uses that one payment is shared out by.
    struct Group: Sendable {
        var works = WeightTable(usual: .matched)
        var domains = WeightTable(usual: .unmatched)
    }

    let method: WeightMethod
    let rules: SettlementRules
    /// All uses, where there is one pool of money for all.
    private(set) var whole = Group()
    /// By customer where each pays for its own use.
    private(set) var customers: [String: Group] = [:]
    public private(set) var optedOutLines = 0
    /// Whether shares count at some places alone, so that it matters where and when a work was used.
    let isPlaced: Bool
    /// Where and when the uses were, by number.
    private(set) var places: [UsePlace] = []
    private var placeNumbers: [UsePlace: UInt32] = [:]
    /// Of the line of late: most are of the use of the line before.
    private var latest: (use: Int, territory: [UInt8], number: UInt32)?
    /// Matches that were confirmed since they were decided.
    private var confirmed: [String: Confirmation]

    public init(_ method: WeightMethod, rules: SettlementRules = .current) {
        self.init(method, rules: rules, isPlaced: false, confirmed: [])
    }

    init(_ method: WeightMethod, rules: SettlementRules, isPlaced: Bool, confirmed: [Filings.Match]) {
        (self.method, self.rules, self.isPlaced) = (method, rules, isPlaced)
        self.confirmed = Confirmation.byWork(confirmed)
    }

    /// - Returns: What is wrong with a line; nil if nothing is.
    mutating func add(_ row: UsageRow) -> String? {
        guard var match = row.match else { return "no state of a match" }
        if match == .candidate, !confirmed.isEmpty,
            confirmed[row.text(.work)]?.confirms(row.text(.document)) == true
        {
            match = .matched
        }
        guard match != .optedOut else {
            optedOutLines += 1
            return nil
        }
        let weight: UInt128
        switch self.weight(row) {
        case .success(let value): weight = value
        case .failure(let fault): return fault.reason
        }
        let place = isPlaced && match == .matched ? self.place(of: row) : nil
        guard case .userCentric(let payments) = method else {
            return Self.add(weight, row, match, place, rules, to: &whole)
        }
        let customer = row.text(.licensee)
        guard payments[customer] != nil else {
            return
                "\(customer.isEmpty ? "the line names no licensee" : "licensee \(customer) has paid nothing"), and the pool is shared out by customer"
        }
        return Self.add(weight, row, match, place, rules, to: &customers[customer, default: Group()])
    }

    /// Whether a use that counts is of a work, or of a host by the name that claims have for it.
    func names(_ work: String) -> Bool {
        let groups = [whole] + customers.values
        return groups.contains { rules.isDomain(work) ? $0.domains.contains(work) : $0.works.contains(work) }
    }

    /// Whether a match that was filed confirmed any candidate.
    func used(_ match: Filings.Match) -> Bool { confirmed[match.work]?.wasUsed(for: match.document) ?? false }

    private mutating func place(of row: UsageRow) -> UInt32 {
        if let latest, latest.use == row.useNumber, row.field(.territory).elementsEqual(latest.territory) {
            return latest.number
        }
        let place = UsePlace(territory: row.text(.territory), from: row.from, to: row.to)
        let number = placeNumbers[place] ?? UInt32(places.count)
        if number == places.count {
            places.append(place)
            placeNumbers[place] = number
        }
        latest = (row.useNumber, Array(row.field(.territory)), number)
        return number
    }

    private static func add(
        _ weight: UInt128, _ row: UsageRow, _ match: MatchState, _ place: UInt32?, _ rules: SettlementRules,
        to group: inout Group
    ) -> String? {
        let isAdded: Bool
        if match == .unmatched {
            isAdded = group.domains.add(weight, to: rules.name(ofDomain: row.text(.domain)), match)
        } else {
            let work = row.text(.work)
            if !group.works.contains(work), let fault = fault(of: work, rules) { return fault }
            isAdded = group.works.add(weight, to: work, match, at: place)
        }
        return isAdded ? nil : "the weight of \(row.text(match == .unmatched ? .domain : .work)) is beyond 128 bits"
    }

    /// What is wrong with the id of a work that was not seen before: it stands there in its one form, or names no registry.
    private static func fault(of work: String, _ rules: SettlementRules) -> String? {
        if rules.isDomain(work) {
            return "\(work) is how a domain is claimed, and no id of a work; leave the work empty in state UNMATCHED"
        }
        if rules.isStrict, let problem = SheetFormula.problem(of: work) { return problem }
        do throws(SettlementError) {
            let form = try OneForm.of(work)
            return form == work ? nil : "work \(work) is to be written as \(form)"
        } catch { return error.reason }
    }

    private func weight(_ row: UsageRow) -> Result<UInt128, SettlementError> {
        let (documents, tokens) = (row.number(.documents) ?? 0, row.number(.tokens) ?? 0)
        switch method {
        case .documents: return .success(UInt128(documents))
        case .squareRootOfTokens: return .success(UInt128(tokens))
        // Of two numbers of 64 bits: a product of 128 holds it.
        case .tokens, .userCentric: return .success(UInt128(tokens) * UInt128(row.number(.epochs) ?? 0))
        case .classWeighted(let points):
            guard let point = points[row.text(.workClass)] else {
                return .failure(
                    SettlementError(.badInput, "class \"\(row.text(.workClass).prefix(60))\" has no points in the pool")
                )
            }
            return .success(UInt128(tokens) * UInt128(point))
        case .valueWeighted(let scores, _, _):
            let work = row.text(.work)
            guard work.isEmpty || scores[work] != nil else {
                return .failure(SettlementError(.badInput, "work \(work) has no score in the pool"))
            }
            return .success(1)
        }
    }

    /// What a gathered weight counts in the end.
    ///
    /// - Throws: ``SettlementError`` with code `overflow` for the root of more tokens than 72 bits hold.
    func final(_ weight: UInt128, of name: String) throws(SettlementError) -> UInt128 {
        switch method {
        case .squareRootOfTokens:
            guard rules.hasScaledRoots else { return ScaledRoot.whole(weight) }
            guard let root = ScaledRoot.scaled(weight) else {
                throw SettlementError(.overflow, "the tokens of \(name) are beyond 72 bits; check the usage")
            }
            return root
        case .valueWeighted(let scores, _, _): return weight > 0 ? UInt128(scores[name] ?? 0) : 0
        case .tokens, .documents, .classWeighted, .userCentric: return weight
        }
    }
}
