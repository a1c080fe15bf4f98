internal import Provenance

/// One set of terms under which a use is offered, all that bears on it put together.
public struct RSLOffer: Hashable, Sendable {
    /// Every list must name one of the user's classes.
    public internal(set) var users: [[String]] = []
    public internal(set) var excludedUsers: [String] = []
    /// Every list must take in the user's place.
    public internal(set) var places: [[String]] = []
    public internal(set) var excludedPlaces: [String] = []
    public internal(set) var reporting: [RSLReporting] = []
    /// Terms in words that stand elsewhere, and what a publisher says of itself that takes the grant back.
    public internal(set) var unread: [String] = []
    /// Where a token is due before access.
    public internal(set) var server: String?
    /// The hardest that applies; nil if none is named.
    public internal(set) var payment: RSLPayment?
    var place: Range<Int>

    /// From the kindest to the hardest.
    private enum Rank: Int { case free, attribution, token, payment }

    private var rank: Rank {
        if payment?.isDue == true { return .payment }
        if server != nil { return .token }
        return payment?.kind == .attribution ? .attribution : .free
    }

    static func isHarder(_ one: RSLOffer, than other: RSLOffer) -> Bool { one.rank.rawValue > other.rank.rawValue }

    func admits(user: Set<String>) -> Bool {
        users.allSatisfy { !user.isDisjoint(with: $0) } && user.isDisjoint(with: excludedUsers)
    }

    func admits(place: String) -> Bool {
        let isExcluded = excludedPlaces.contains { excluded in
            // Of the whole union a part is shut out.
            EuropeanUnion.takesIn(excluded, place) || (place == "EU" && EuropeanUnion.members.contains(excluded))
        }
        return !isExcluded && places.allSatisfy { list in list.contains { EuropeanUnion.takesIn($0, place) } }
    }

    var outcome: RSLOutcome {
        switch rank {
        case .payment: payment.map { .paymentRequired($0, server: server) } ?? .invalid
        case .token: .tokenRequired(server: server ?? "")
        case .attribution: .permittedAttribution(standard: payment?.standard)
        case .free: .permittedFree(standard: payment?.standard)
        }
    }

    /// What the offer hangs on, for a reader who does not know who asks.
    var conditions: [TermsCondition] {
        var found = users.map(TermsCondition.user)
        if !excludedUsers.isEmpty { found.append(.notUser(excludedUsers)) }
        found += places.map(TermsCondition.place)
        if !excludedPlaces.isEmpty { found.append(.notPlace(excludedPlaces)) }
        if let server { found.append(.token(server)) }
        found += unread.map(TermsCondition.process)
        found += reporting.map { .reporting("\($0.kind.rawValue) \($0.profile)") }
        guard let payment else { return found }
        if payment.isDue {
            found.append(.payment(Self.price(payment)))
        } else if isUnsettled {
            found.append(.payment("unsaid"))
        }
        if payment.kind == .attribution { found.append(.attribution) }
        if let custom = payment.custom { found.append(.process(custom)) }
        if let standard = payment.standard {
            // What another licence asks for, nobody has read here.
            found.append(Self.asksForCreditAlone(standard) ? .standard(standard) : .process(standard))
        }
        return found
    }

    /// Source: the deeds of Creative Commons' BY licences, CC0 and the public domain mark, read 2026-11-29.
    private static func asksForCreditAlone(_ standard: String) -> Bool {
        CreativeCommons.parse(standard).map { ["by", "zero", "mark"].contains($0.unit) } ?? false
    }

    /// A shared licence without a word on payment: whether it is free stands in that licence, which only of those of
    /// Creative Commons we know.
    private var isUnsettled: Bool {
        guard let payment, !payment.isNamed, let standard = payment.standard else { return false }
        return CreativeCommons.parse(standard) == nil
    }

    private static func price(_ payment: RSLPayment) -> String {
        ([payment.kind.rawValue] + [payment.amount, payment.currency, payment.accepts].compactMap { $0 })
            .joined(separator: " ")
    }
}
