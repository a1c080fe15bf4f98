/// What an objector asks for. Each is an act of its own; none implies another.
///
/// Source: licensing bases 2(b), "Objection record", read 2026-11-29.
public enum ObjectionAct: String, CaseIterable, Hashable, Sendable {
    case excludeAll = "exclude_all"
    case excludeTraining = "exclude_training"
    case removePast = "remove_past"
    case claimPayment = "claim_payment"
    case factorCorrection = "factor_correction"

    /// Whether it refuses use, and so blocks. Who asks to be paid or corrects a fact has not refused.
    public var isRefusal: Bool {
        switch self {
        case .excludeAll, .excludeTraining, .removePast: true
        case .claimPayment, .factorCorrection: false
        }
    }
}
