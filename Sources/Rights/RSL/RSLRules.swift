/// What a licence lists as permitted, or as prohibited: at most one list of each type.
public struct RSLRules: Hashable, Sendable {
    /// The tokens of one list, and where it stands.
    public struct List: Hashable, Sendable {
        public let tokens: [String]
        let place: Range<Int>

        /// The tokens of RSL's own vocabulary, sorted and once each; those of extensions mean nothing to us.
        var known: [String] { Set(tokens.filter { !RSLToken.isExtension($0) }).sorted() }

        /// The uses it names.
        var usages: [RSLUsage] { tokens.compactMap(RSLUsage.init) }
    }

    public var usage: List?
    public var user: List?
    public var geo: List?
}
