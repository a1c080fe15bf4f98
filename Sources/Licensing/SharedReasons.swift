internal import Provenance

/// What the reading has to say to each pack of a ruleset, told once to all that ask for the same.
struct SharedReasons {
    private let reader: FactReader
    private let ruleset: Ruleset
    private var nothing: [String]?
    private var robots: [String]?
    /// By the first of the packs that ask for the same protocols.
    private var everything: [[String]?]

    init(_ reader: FactReader, _ ruleset: Ruleset) {
        (self.reader, self.ruleset) = (reader, ruleset)
        everything = Array(repeating: nil, count: ruleset.packs.count)
    }

    mutating func codes(_ asks: PackOutcome.Asks, of place: Int, _ facts: FactSheet) -> [String] {
        let box = ruleset.boxes[place]
        func read() -> [String] { ReadingReasons(asks, reader, facts, box).codes }
        switch asks {
        case .nothing:
            let codes = nothing ?? read()
            nothing = codes
            return codes
        case .robots:
            let codes = robots ?? read()
            robots = codes
            return codes
        case .everything:
            let first = ruleset.sharing[place]
            let codes = everything[first] ?? read()
            everything[first] = codes
            return codes
        }
    }
}
