/// The values of the fact `notice`.
enum NoticeValue: String, CaseIterable {
    case none
    /// Published, its window for objections open.
    case open
    case effective
    /// Withdrawn, superseded or expired.
    case ended
}
