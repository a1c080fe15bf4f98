/// The weights of works by one method, gathered line by line from a usage report.
public struct UseTable: Sendable {
    /// What a work, or a domain whose work nobody knows, counts in each state.
    struct Weights: Sendable {
        var matched: UInt64 = 0
        var candidate: UInt64 = 0
        var conflict: UInt64 = 0
        var unmatched: UInt64 = 0
    }

    /// The uses that one payment is shared out by.
    struct Group: Sendable {
        var works: [String: Weights] = [:]
        var domains: [String: Weights] = [:]
    }

    let method: WeightMethod
    /// By customer where each pays for its own use; else one, without a name.
    private(set) var groups: [String: Group] = [:]
    public private(set) var optedOutLines = 0

    public init(_ method: WeightMethod) { self.method = method }

    /// - Returns: What is wrong with a line; nil if nothing is.
    mutating func add(_ row: UsageRow) -> String? {
        guard let match = MatchState(rawValue: row.text(.match)) else { return "no state of a match" }
        guard match != .optedOut else {
            optedOutLines += 1
            return nil
        }
        let weight: UInt64
        switch self.weight(row) {
        case .success(let value): weight = value
        case .failure(let fault): return fault.reason
        }
        let group = if case .userCentric = method { row.text(.licensee) } else { "" }
        if case .userCentric(let payments) = method, payments[group] == nil {
            return
                "\(group.isEmpty ? "the line names no licensee" : "licensee \(group) has paid nothing"), and the pool is shared out by customer"
        }
        let name = match == .unmatched ? row.text(.domain) : row.text(.work)
        let path: WritableKeyPath<Weights, UInt64> =
            switch match {
            case .matched: \.matched
            case .candidate: \.candidate
            case .conflict: \.conflict
            case .unmatched, .optedOut: \.unmatched
            }
        return match == .unmatched
            ? Self.add(weight, to: path, of: name, isWork: false, in: &groups[group, default: Group()].domains)
            : Self.add(weight, to: path, of: name, isWork: true, in: &groups[group, default: Group()].works)
    }

    /// What is wrong with the id of a work that was not seen before: it stands there in its one form, or names no registry.
    private static func fault(of work: String) -> String? {
        do throws(SettlementError) {
            let form = try OneForm.of(work)
            return form == work ? nil : "work \(work) is to be written as \(form)"
        } catch { return error.reason }
    }

    /// - Returns: What is wrong; nil if nothing is.
    private static func add(
        _ weight: UInt64, to path: WritableKeyPath<Weights, UInt64>, of name: String, isWork: Bool,
        in table: inout [String: Weights]
    ) -> String? {
        if let place = table.index(forKey: name) {
            let (sum, isOver) = table.values[place][keyPath: path].addingReportingOverflow(weight)
            if isOver { return "the weight of \(name) is beyond 64 bits" }
            table.values[place][keyPath: path] = sum
            return nil
        }
        if isWork, let fault = fault(of: name) { return fault }
        var weights = Weights()
        weights[keyPath: path] = weight
        table[name] = weights
        return nil
    }

    private func weight(_ row: UsageRow) -> Result<UInt64, SettlementError> {
        let (documents, tokens) = (row.number(.documents) ?? 0, row.number(.tokens) ?? 0)
        switch method {
        case .documents: return .success(documents)
        case .squareRootOfTokens: return .success(tokens)
        case .tokens, .userCentric: return Self.product(tokens, row.number(.epochs) ?? 0)
        case .classWeighted(let points):
            guard let point = points[row.text(.workClass)] else {
                return .failure(
                    SettlementError(.badInput, "class \"\(row.text(.workClass).prefix(60))\" has no points in the pool")
                )
            }
            return Self.product(tokens, point)
        case .valueWeighted(let scores, _, _):
            let work = row.text(.work)
            guard work.isEmpty || scores[work] != nil else {
                return .failure(SettlementError(.badInput, "work \(work) has no score in the pool"))
            }
            return .success(1)
        }
    }

    private static func product(_ one: UInt64, _ other: UInt64) -> Result<UInt64, SettlementError> {
        let (product, isOver) = one.multipliedReportingOverflow(by: other)
        return isOver ? .failure(SettlementError(.overflow, "a weight beyond 64 bits")) : .success(product)
    }

    /// What a gathered weight counts in the end.
    func final(_ weight: UInt64, of work: String) -> UInt64 {
        switch method {
        case .squareRootOfTokens: Self.root(weight)
        case .valueWeighted(let scores, _, _): weight > 0 ? scores[work] ?? 0 : 0
        case .tokens, .documents, .classWeighted, .userCentric: weight
        }
    }

    /// The whole part of a square root, without a float's error.
    static func root(_ value: UInt64) -> UInt64 {
        var root = UInt64(Double(value).squareRoot())
        while UInt128(root) * UInt128(root) > UInt128(value) { root -= 1 }
        while UInt128(root + 1) * UInt128(root + 1) <= UInt128(value) { root += 1 }
        return root
    }
}
