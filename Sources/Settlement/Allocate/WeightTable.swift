/// Weights by name and state, gathered line by line.
///
/// Nearly all names are in one state, whose weights lie in a row; the others are few.
struct WeightTable: Sendable {
    private struct Other: Hashable {
        let number: UInt32
        let match: MatchState
    }

    /// What of a name's weight is of one place; the places of a name hang together by `next`.
    private struct Placed {
        let place: UInt32
        var weight: UInt128
        let next: UInt32
    }

    private static let none = UInt32.max

    private let usual: MatchState
    private var numbers: [String: UInt32] = [:]
    private var weights: [UInt128] = []
    private var others: [Other: UInt128] = [:]
    /// Of the weights in the usual state, by where and when, where that matters; and the last of each name.
    private var placed: [Placed] = []
    private var lastPlaced: [UInt32] = []

    init(usual: MatchState) { self.usual = usual }

    var count: Int { numbers.count + others.count }

    func contains(_ name: String) -> Bool { numbers[name] != nil }

    /// - Parameter place: The number of where and when it was used; nil where that does not matter.
    /// - Returns: False beyond 128 bits, when nothing is added.
    mutating func add(_ weight: UInt128, to name: String, _ match: MatchState, at place: UInt32? = nil) -> Bool {
        let number: Int
        if let known = numbers[name] {
            number = Int(known)
        } else {
            number = weights.count
            numbers[name] = UInt32(number)
            weights.append(0)
        }
        guard match != usual else {
            guard Self.add(weight, to: &weights[number]) else { return false }
            if let place { add(weight, number, at: place) }
            return true
        }
        return Self.add(weight, to: &others[Other(number: UInt32(number), match: match), default: 0])
    }

    /// Adds what is a part of the sum, which has not run over.
    private mutating func add(_ weight: UInt128, _ number: Int, at place: UInt32) {
        while lastPlaced.count <= number { lastPlaced.append(Self.none) }
        var at = lastPlaced[number]
        while at != Self.none, placed[Int(at)].place != place { at = placed[Int(at)].next }
        guard at == Self.none else { return placed[Int(at)].weight += weight }
        placed.append(Placed(place: place, weight: weight, next: lastPlaced[number]))
        lastPlaced[number] = UInt32(placed.count - 1)
    }

    /// The weights of a name in the usual state by where and when, the latest place first.
    func places(of name: String) -> [(place: UInt32, weight: UInt128)] {
        guard let number = numbers[name], number < lastPlaced.count else { return [] }
        var found: [(place: UInt32, weight: UInt128)] = []
        var at = lastPlaced[Int(number)]
        while at != Self.none {
            let one = placed[Int(at)]
            if one.weight > 0 { found.append((one.place, one.weight)) }
            at = one.next
        }
        return found
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
