/// Weights by name and state, gathered line by line.
///
/// Nearly all names are in one state, whose weights lie in a row; the others are few.
struct WeightTable: Sendable {
    private struct Other: Hashable {
        let number: UInt32
        let match: MatchState
    }

    private let usual: MatchState
    private var numbers: [String: UInt32] = [:]
    private var weights: [UInt128] = []
    private var others: [Other: UInt128] = [:]

    init(usual: MatchState) { self.usual = usual }

    var count: Int { numbers.count + others.count }

    func contains(_ name: String) -> Bool { numbers[name] != nil }

    /// - Returns: False beyond 128 bits, when nothing is added.
    mutating func add(_ weight: UInt128, to name: String, _ match: MatchState) -> Bool {
        let number: Int
        if let known = numbers[name] {
            number = Int(known)
        } else {
            number = weights.count
            numbers[name] = UInt32(number)
            weights.append(0)
        }
        guard match != usual else { return Self.add(weight, to: &weights[number]) }
        return Self.add(weight, to: &others[Other(number: UInt32(number), match: match), default: 0])
    }

    private static func add(_ weight: UInt128, to sum: inout UInt128) -> Bool {
        let (next, isOver) = sum.addingReportingOverflow(weight)
        if !isOver { sum = next }
        return !isOver
    }

    /// Gives the weights of every name that are more than zero; those of one name in the order that holds it most firmly first.
    func each<Failure: Error>(
        _ body: (String, [(match: MatchState, weight: UInt128)]) throws(Failure) -> Void
    ) throws(Failure) {
        for (name, number) in numbers {
            var found: [(match: MatchState, weight: UInt128)] = []
            for match in [MatchState.conflict, .candidate, .unmatched, .matched] {
                let weight =
                    match == usual
                    ? weights[Int(number)] : others.isEmpty ? 0 : others[Other(number: number, match: match)] ?? 0
                if weight > 0 { found.append((match, weight)) }
            }
            try body(name, found)
        }
    }
}
