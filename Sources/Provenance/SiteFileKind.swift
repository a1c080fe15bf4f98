/// The per-origin files that speak of rights.
public enum SiteFileKind: String, CaseIterable, Hashable, Sendable, Comparable {
    case robots = "robots.txt"
    case tdmrep = "tdmrep.json"
    case aiTxt = "ai.txt"
    case trustTxt = "trust.txt"
    case rsl = "rsl"
    case trustTxtWellKnown = "well-known/trust.txt"
    /// A policy that a tdmrep.json names.
    case tdmPolicy = "tdm-policy"

    /// The path at an origin where it stands; nil where another file names it.
    public var path: String? {
        switch self {
        case .robots: "/robots.txt"
        case .tdmrep: "/.well-known/tdmrep.json"
        case .aiTxt: "/ai.txt"
        case .trustTxt: "/trust.txt"
        case .trustTxtWellKnown: "/.well-known/trust.txt"
        case .rsl, .tdmPolicy: nil
        }
    }

    public static func < (left: SiteFileKind, right: SiteFileKind) -> Bool { left.rawValue < right.rawValue }
}
