/// What the carriers of the TDM Reservation Protocol come to together.
public enum TDMRep {
    /// The carriers, weakest first.
    public enum Carrier: String, CaseIterable, Hashable, Sendable {
        case file, header, meta
        /// Metadata inside a file: the package of an EPUB, the XMP packet of a PDF.
        case embedded
    }

    /// The outcome of all carriers.
    public struct Outcome: Hashable, Sendable {
        /// Nil if no carrier sets it.
        public let isReserved: Bool?
        /// Nil unless reserved and a policy is named.
        public let policy: String?
        /// The carrier that decided; nil if none did.
        public let carrier: Carrier?
        /// The carrier whose policy counts; nil if there is none.
        public let policyCarrier: Carrier?
    }

    /// A later carrier supersedes an earlier one; absence and undefined values reset nothing; reservation and policy
    /// are superseded separately (TDMRep, section 5, read 2026-11-23).
    public static func resolve(
        file: TDMReservation = .unset, header: TDMReservation = .unset, meta: TDMReservation = .unset,
        embedded: TDMReservation = .unset
    ) -> Outcome {
        let carriers: [(Carrier, TDMReservation)] = [
            (.embedded, embedded), (.meta, meta), (.header, header), (.file, file),
        ]
        let decider = carriers.first { $0.1.isSet }
        let isReserved = decider.map { $0.1.reservation == .reserved }
        let policy = isReserved == true ? carriers.first { $0.1.policy != nil } : nil
        return Outcome(
            isReserved: isReserved, policy: policy?.1.policy, carrier: decider?.0, policyCarrier: policy?.0)
    }
}
