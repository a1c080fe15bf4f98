/// By which state of these rules a pool was settled, so that an old one is recomputed by those it was settled by.
///
/// `settlement.json` names them; one that names none is of the first.
public enum SettlementRules: Int, CaseIterable, Comparable, Sendable {
    /// Roots of tokens are whole numbers; uses whose work is not known are held under no name; no payment in another currency.
    case first = 1
    /// Roots count in units of 2^-28; a domain whose works are not known is named, and may be claimed; payments may be made
    /// in another currency; what is unmatched stands on a page.
    case second = 2
    /// A mandate pays only for uses within its period and territory; a document counts once for a work in a use; every field
    /// of a usage report and of a pool is checked; the society's summary stands with all statements.
    case third = 3
    /// What a work is due is rounded once for its parties, wherever and whenever it was used; an adjustment takes back no more
    /// than is due, and stands in the statement; tables of shares are read as strictly as mandates; no name holds a
    /// character that nobody sees; a pool says in one way what its money is.
    case fourth = 4

    public static let current = SettlementRules.fourth

    public static func < (left: SettlementRules, right: SettlementRules) -> Bool { left.rawValue < right.rawValue }

    var hasScaledRoots: Bool { self >= .second }
    var hasPayouts: Bool { self >= .second }
    var hasPage: Bool { self >= .second }
    var hasReach: Bool { self >= .third }
    var countsOnce: Bool { self >= .third }
    var checksFields: Bool { self >= .third }
    var alwaysSummarizes: Bool { self >= .third }
    var roundsOnce: Bool { self >= .fourth }
    var boundsAdjustments: Bool { self >= .fourth }
    var statesAdjustments: Bool { self >= .fourth }
    var isStrict: Bool { self >= .fourth }

    /// How uses at a domain are named whose work nobody knows.
    static let domainMark = "domain:"

    func name(ofDomain domain: String) -> String {
        self >= .second && !domain.isEmpty ? Self.domainMark + domain : domain
    }

    func isDomain(_ work: String) -> Bool { self >= .second && work.hasPrefix(Self.domainMark) }
}
