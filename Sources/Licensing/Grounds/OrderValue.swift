/// The values of the fact `order`.
enum OrderValue: String, CaseIterable {
    case none
    /// A court or regulator forbids the use.
    case deny
    /// It also orders removal.
    case purge
}
