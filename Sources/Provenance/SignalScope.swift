/// What a signal reaches.
public enum SignalScope: String, CaseIterable, Hashable, Sendable {
    case site
    case path
    case document
    case element
    case asset
    case work
}
