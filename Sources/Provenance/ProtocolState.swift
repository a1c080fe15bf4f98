/// What is known of one rights protocol. Four answers, never fewer: unknown is not absent.
public enum ProtocolState: String, CaseIterable, Hashable, Sendable {
    /// It says something, which the signals tell.
    case stated = "s"
    /// Its carrier was looked at, and it is not there.
    case absent = "a"
    /// It is there and cannot be parsed, or its carrier could not be reached.
    case unreadable = "u"
    /// Nobody looked at its carrier, or no code reads it yet.
    case notChecked = "n"

    /// The state of two carriers of one protocol seen as one: what is stated wins, then what is least known.
    public func joined(with other: ProtocolState) -> ProtocolState {
        let order: [ProtocolState] = [.stated, .unreadable, .notChecked, .absent]
        return order.first { $0 == self || $0 == other } ?? self
    }

    /// Its raw value as a byte of ASCII.
    var letter: UInt8 {
        switch self {
        case .stated: UInt8(ascii: "s")
        case .absent: UInt8(ascii: "a")
        case .unreadable: UInt8(ascii: "u")
        case .notChecked: UInt8(ascii: "n")
        }
    }

    init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "s"): self = .stated
        case UInt8(ascii: "a"): self = .absent
        case UInt8(ascii: "u"): self = .unreadable
        case UInt8(ascii: "n"): self = .notChecked
        default: return nil
        }
    }
}
