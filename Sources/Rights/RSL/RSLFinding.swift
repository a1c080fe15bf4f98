/// What a document says of one use of one URL, whoever asks.
public struct RSLFinding: Hashable, Sendable {
    public enum Answer: Hashable, Sendable {
        case unlicensed
        case prohibited
        /// What is permitted is listed, and the use is not.
        case omitted
        /// Alternatives, never empty.
        case offered([RSLOffer])
        /// More licences reach the URL than are weighed.
        case overloaded
    }

    public let answer: Answer
    /// `usage-not-listed`: no licence lists uses, so that none forbids this one by omission, and none grants it in so
    /// many words. `prohibits-in-unknown-words`: a list of prohibited uses holds no word of RSL's own. `wider-than-prohibition`: a narrower path
    /// permits a wider use than a wider path prohibits, and the prohibition is kept.
    public let notes: [String]
    static let usageNotListed = "usage-not-listed"
    static let vagueProhibition = "prohibits-in-unknown-words"

    /// Whether no licence lists uses, and so none in so many words.
    var isUnlisted: Bool { notes.contains(Self.usageNotListed) }

    /// Where in the document it is said.
    let place: Range<Int>

    /// What it comes to for one user in one place.
    ///
    /// Several offers are alternatives: those that leave the user out fall away, and of the rest the hardest counts,
    /// since of two readings the narrower is to be taken (section 3.1.1).
    ///
    /// - Parameters:
    ///   - user: The classes that the user belongs to; nil if unknown, and then no offer falls away for them.
    ///   - geo: A country code or `EU`; nil if unknown.
    ///   - profiles: Reporting profiles that can be served.
    public func outcome(user: Set<String>?, geo: String?, reporting profiles: Set<String> = []) -> RSLOutcome {
        switch answer {
        case .unlicensed: return .unlicensed
        case .prohibited: return .prohibited
        case .omitted: return .notPermitted
        case .overloaded: return .invalid
        case .offered(let offers):
            let forUser = offers.filter { offer in user.map(offer.admits) ?? true }
            guard !forUser.isEmpty else { return .userExcluded }
            let here = forUser.filter { offer in geo.map(offer.admits) ?? true }
            guard !here.isEmpty else { return .geoExcluded }
            let reportable = here.filter { $0.reporting.allSatisfy { profiles.contains($0.profile) } }
            return reportable.max { RSLOffer.isHarder($1, than: $0) }?.outcome ?? .notPermitted
        }
    }
}
