/// The state of every protocol at one moment.
public struct ProtocolStates: Hashable, Sendable, CustomStringConvertible {
    private var states: [ProtocolState]

    /// Nobody has looked at anything.
    public init() { states = Array(repeating: .notChecked, count: RightsProtocol.allCases.count) }

    /// Reads the letters of an evidence row; nil if they are too many, too few or not letters of a state.
    public init?(_ letters: String) {
        let read = letters.compactMap { ProtocolState(rawValue: String($0)) }
        guard read.count == letters.count, read.count == RightsProtocol.allCases.count else { return nil }
        states = read
    }

    public subscript(source: RightsProtocol) -> ProtocolState {
        get { states[source.index] }
        set { states[source.index] = newValue }
    }

    /// One letter per protocol, in the order of ``RightsProtocol``.
    public var description: String { states.map(\.rawValue).joined() }
}
