/// A use of content that RSL names.
///
/// Source: RSL 1.0 with errata to 2026-08-07, section 3.4.1.1, as told by `skills/rsl` of ScaleDockHQ/scaledock-skills,
/// read 2026-11-24; the specification's own pages could not be read.
public enum RSLUsage: String, CaseIterable, Hashable, Sendable {
    case all
    case aiAll = "ai-all"
    case aiTrain = "ai-train"
    case aiInput = "ai-input"
    case aiIndex = "ai-index"
    /// Search as links and excerpts; summaries made by AI are `ai-input`.
    case search

    /// Whether it is the other use or a wider one.
    func includes(_ other: RSLUsage) -> Bool {
        switch self {
        case .all: true
        case .aiAll: other != .all && other != .search
        case .aiTrain, .aiInput, .aiIndex, .search: self == other
        }
    }

    func overlaps(_ other: RSLUsage) -> Bool { includes(other) || other.includes(self) }
}
