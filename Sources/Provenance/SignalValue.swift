/// What a signal says of its category of use.
public enum SignalValue: String, CaseIterable, Hashable, Sendable {
    case allow
    case deny
    case conditional
    case unknown
    /// The carrier is there, its specification says that what stands in it means nothing.
    case invalid
}
