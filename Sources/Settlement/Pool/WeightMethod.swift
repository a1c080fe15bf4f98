/// How much a work counts in a pool.
public enum WeightMethod: Hashable, Sendable {
    /// Tokens times epochs: favours long texts.
    case tokens
    /// Documents: favours short pages.
    case documents
    /// The whole part of the square root of all tokens of the work: dampens.
    case squareRootOfTokens
    /// Tokens times the points of the work's class.
    case classWeighted(points: [String: UInt64])
    /// Each customer's payment is shared out by the use in that customer's name alone, by tokens times epochs.
    case userCentric(payments: [String: Int64])
    /// By a score of influence that somebody else computed: an experiment, told by its model and its margin.
    case valueWeighted(scores: [String: UInt64], model: String, margin: String)

    public var name: String {
        switch self {
        case .tokens: "tokens"
        case .documents: "documents"
        case .squareRootOfTokens: "sqrt_tokens"
        case .classWeighted: "class_weighted"
        case .userCentric: "user_centric"
        case .valueWeighted: "value_weighted"
        }
    }

    static let names = ["tokens", "documents", "sqrt_tokens", "class_weighted", "user_centric", "value_weighted"]
}
