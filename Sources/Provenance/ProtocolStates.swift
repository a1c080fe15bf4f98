/// The state of every protocol at one moment.
public struct ProtocolStates: Hashable, Sendable, CustomStringConvertible {
    private var states: [ProtocolState]

    /// Nobody has looked at anything.
    public init() { states = Array(repeating: .notChecked, count: RightsProtocol.allCases.count) }

    /// Reads the letters of an evidence row; nil if they are too many, too few or not letters of a state.
    public init?(_ letters: String) {
        var states: [ProtocolState] = []
        states.reserveCapacity(RightsProtocol.allCases.count)
        for letter in letters.utf8 {
            guard let state = ProtocolState(letter: letter) else { return nil }
            states.append(state)
        }
        guard states.count == RightsProtocol.allCases.count else { return nil }
        self.states = states
    }

    public subscript(source: RightsProtocol) -> ProtocolState {
        get { states[source.index] }
        set { states[source.index] = newValue }
    }

    /// The protocols whose carrier was looked at and read, a bit each at the place of its index.
    public var seen: UInt32 {
        var (seen, bit): (UInt32, UInt32) = (0, 1)
        for state in states {
            if state == .stated || state == .absent { seen |= bit }
            bit <<= 1
        }
        return seen
    }

    /// One letter per protocol, in the order of ``RightsProtocol``.
    public var description: String { String(decoding: states.map(\.letter), as: UTF8.self) }
}
