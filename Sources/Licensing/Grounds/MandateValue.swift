/// The values of the fact `mandate`.
enum MandateValue: String, CaseIterable {
    case none
    case member
    case reciprocal
    case extended
    case byDefault = "default"
    case optedOut = "opted-out"
    /// Ended, or not begun.
    case lapsed
    /// Its rights, territory or uses leave the use profile out.
    case outside
}
