/// Where a version of a notice stands.
public enum NoticeState: String, CaseIterable, Hashable, Sendable {
    case draft = "DRAFT"
    /// Public, but not yet found on two channels: no window runs.
    case published = "PUBLISHED"
    case windowOpen = "WINDOW_OPEN"
    /// The period is over, and that the notice stood there all the while is shown: objections that came in block or have
    /// ended, so it takes effect in the same moment.
    case effective = "EFFECTIVE"
    case superseded = "SUPERSEDED"
    case withdrawn = "WITHDRAWN"
    case expired = "EXPIRED"
}
