/// What an offer of terms hangs on, as one text among the conditions of a signal.
///
/// A reader of terms does not know who asks. It writes down for whom, where and for what the offer stands, and
/// the decision compares that with the use profile.
public enum TermsCondition: Hashable, Sendable {
    /// Only for users of one of these classes.
    case user([String])
    case notUser([String])
    /// Only in one of these places.
    case place([String])
    case notPlace([String])
    /// Something is to be paid.
    case payment(String)
    /// A token is to be had from this server before access.
    case token(String)
    /// The licence is to be asked for here.
    case process(String)
    /// Reports are due.
    case reporting(String)
    /// Credit is due.
    case attribution
    /// A licence that others use too.
    case standard(String)
    /// What follows is another offer beside the ones before.
    case alternative

    public var text: String {
        switch self {
        case .user(let classes): "user=" + classes.joined(separator: " ")
        case .notUser(let classes): "user!=" + classes.joined(separator: " ")
        case .place(let places): "geo=" + places.joined(separator: " ")
        case .notPlace(let places): "geo!=" + places.joined(separator: " ")
        case .payment(let due): "payment=" + due
        case .token(let server): "token=" + server
        case .process(let address): "process=" + address
        case .reporting(let profile): "reporting=" + profile
        case .attribution: "attribution"
        case .standard(let licence): "standard=" + licence
        case .alternative: "or"
        }
    }

    /// Reads a condition back; nil if the text is none of these.
    public init?(_ text: String) {
        if text == Self.attribution.text { self = .attribution; return }
        if text == Self.alternative.text { self = .alternative; return }
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let value = String(text[text.index(after: equals)...])
        let words = value.split(separator: " ").map(String.init)
        switch text[..<equals] {
        case "user": self = .user(words)
        case "user!": self = .notUser(words)
        case "geo": self = .place(words)
        case "geo!": self = .notPlace(words)
        case "payment": self = .payment(value)
        case "token": self = .token(value)
        case "process": self = .process(value)
        case "reporting": self = .reporting(value)
        case "standard": self = .standard(value)
        default: return nil
        }
    }
}
