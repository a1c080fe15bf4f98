/// How sure it is whose work a use is of, as the decision found it. Settlement never matches anew.
///
/// Source: the match states of a society's repertoire, as its members' statements name them.
public enum MatchState: String, CaseIterable, Hashable, Sendable {
    /// By a likeness that nobody has confirmed: its money is held.
    case candidate = "CANDIDATE"
    /// By an exact key.
    case matched = "MATCHED"
    /// Claimed by more than it has: all of the work is held.
    case conflict = "CONFLICT"
    /// Its owner had opted out at the day of the use: the line is reported, and counts for nothing.
    case optedOut = "OPTED_OUT"
    /// No work is known.
    case unmatched = "UNMATCHED"

    /// As a report has it.
    var octets: [UInt8] {
        switch self {
        case .candidate: Self.words[0]
        case .matched: Self.words[1]
        case .conflict: Self.words[2]
        case .optedOut: Self.words[3]
        case .unmatched: Self.words[4]
        }
    }

    private static let words = allCases.map { Array($0.rawValue.utf8) }
}
