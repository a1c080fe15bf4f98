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

    /// Whether a licence names the use in so many words.
    public enum Naming: String, Hashable, Sendable {
        case named = ""
        /// No licence lists uses, so that none forbids this one by omission, and none grants it.
        case unnamed = "usage-not-listed"
        /// The same, and a list of prohibited uses holds no word of RSL's own.
        case vague = "prohibits-in-unknown-words"
    }

    public let answer: Answer
    public let naming: Naming
    /// Of the document; `wider-than-prohibition`: a narrower path permits a wider use than a wider path prohibits, and
    /// the prohibition is kept; what ``naming`` adds.
    public let notes: [String]

    init(_ answer: Answer, _ naming: Naming = .named, notes: [String], at place: Range<Int>) {
        (self.answer, self.naming, self.place) = (answer, naming, place)
        let said: [Naming] =
            switch naming {
            case .named: []
            case .unnamed: [.unnamed]
            case .vague: [.unnamed, .vague]
            }
        self.notes = notes + said.map(\.rawValue)
    }

    /// Whether it keeps the use from everyone, or may.
    var refuses: Bool {
        switch answer {
        case .prohibited, .omitted, .overloaded: true
        case .unlicensed, .offered: false
        }
    }

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
