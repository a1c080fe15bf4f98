public import WebAddress

extension ObjectionFiling {
    /// Why the first of some scopes that cannot be objected to is refused; nil if all can be. Nothing is filed or counted.
    public static func refusal(of scopes: [Scope], suffixes: PublicSuffixList) -> FilingRefusal? {
        for scope in scopes {
            if case .failure(let refusal) = Screening.scope(scope, suffixes) { return refusal }
        }
        return nil
    }
}
