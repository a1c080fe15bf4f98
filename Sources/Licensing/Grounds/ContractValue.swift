/// The values of the fact `contract`.
enum ContractValue: String, CaseIterable {
    case none
    /// In force, and training is named.
    case granted
    /// In force, without a word on training.
    case silent
    /// In force, and rules out text and data mining.
    case banned
    case expired
    /// Not begun yet.
    case early
    /// Its territory or uses leave the use profile out.
    case outside
}
