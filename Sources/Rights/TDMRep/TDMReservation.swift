/// One statement of the TDM Reservation Protocol, as one carrier makes it.
///
/// Source: W3C TDMRep, CG Final Report of 2024-05-10, sections 4 and 5, read 2026-11-23.
public struct TDMReservation: Hashable, Sendable {
    public enum Reservation: Hashable, Sendable {
        case reserved
        case notReserved
        case unset
        /// A value the protocol does not define, which counts as unset; kept apart since it may be meant as a refusal.
        case undefined(String)
    }

    public let reservation: Reservation
    /// The policy URL as written; nil if the carrier names none.
    public let policy: String?

    public init(reservation: Reservation = .unset, policy: String? = nil) {
        self.reservation = reservation
        self.policy = policy
    }

    public static let unset = TDMReservation()

    /// Whether the carrier decides, as 0 or 1 do.
    public var isSet: Bool { reservation == .reserved || reservation == .notReserved }

    /// Reads the values of `tdm-reservation` and `tdm-policy` of a header or of meta elements.
    ///
    /// Of several reservations any 1 wins, and an undefined one wins over 0.
    public init(reservations: [String], policies: [String]) {
        let parts = reservations.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let read = parts.map { Self.read(ByteText.trimmed($0)) }
        let undefined = read.first { if case .undefined = $0 { true } else { false } }
        if read.contains(.reserved) {
            reservation = .reserved
        } else {
            reservation = undefined ?? (read.contains(.notReserved) ? .notReserved : .unset)
        }
        // A field that is there and says nothing is no silence: somebody meant to say something.
        policy = policies.map { ByteText.trimmed($0) }.first { !$0.isEmpty }
    }

    static func read(_ text: String) -> Reservation {
        switch text {
        case "1": .reserved
        case "0": .notReserved
        default: .undefined(text)
        }
    }
}
