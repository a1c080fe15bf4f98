/// The values of the fact `cluster`.
enum ClusterValue: String, CaseIterable {
    case unloaded
    /// No other copy is known.
    case single
    /// There are copies, and none that conflicts is proven earlier.
    case copies
    /// It cannot be told whether another's copy is the earlier one.
    case disputed
    /// Another owner's copy is the origin, or proven earlier.
    case later
}
