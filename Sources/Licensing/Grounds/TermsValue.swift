/// The values of the fact `terms.rsl`: what machine-readable terms come to for this use and this user.
enum TermsValue: String, CaseIterable {
    case none
    case free
    /// Free, if credit is given.
    case attribution
    /// On offer for a price, a token or anything else that nobody has evidenced.
    case offered
    /// Made for others than this user.
    case outside
    case refused
}
