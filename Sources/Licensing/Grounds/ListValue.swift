/// The values of the facts `list.…`.
enum ListValue: String, CaseIterable {
    case listed
    /// A list was loaded, is young enough, and has no entry.
    case unlisted
    /// No such list was loaded, or it is too old to say who is not on it.
    case unloaded
}
