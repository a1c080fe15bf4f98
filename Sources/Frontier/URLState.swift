/// Where a URL stands.
public enum URLState: Int, CaseIterable, Hashable, Sendable {
    /// Never asked; due at once.
    case queued = 0
    /// Due at a time: a retry or a recrawl.
    case scheduled = 1
    /// Captured, and not due again.
    case done = 2
    /// Not to be requested.
    case refused = 3
    /// Given up.
    case dropped = 4
}
