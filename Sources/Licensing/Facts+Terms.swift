internal import Provenance

extension FactReader {
    /// Whether what an offer of terms hangs on holds for this use profile: `no` leaves the operator out, `unknown` is
    /// for prices, tokens and everything that the profile does not tell.
    ///
    /// Several offers are alternatives. Those that leave the operator out fall away; of the rest all must hold, since
    /// of two readings of terms the narrower is to be taken (RSL 1.0, section 3.1.1, read 2026-11-24).
    func holds(_ conditions: [String]) -> Truth {
        guard !conditions.isEmpty else { return .unknown }
        let offers = conditions.split(separator: TermsCondition.alternative.text, omittingEmptySubsequences: false)
            .map { offer in offer.reduce(Truth.yes) { $0.and(holds($1)) } }
        let open = offers.filter { $0 != .no }
        return open.isEmpty ? .no : open.reduce(.yes) { $0.and($1) }
    }

    /// Whether every offer that does not leave the operator out asks for a price or a token.
    func hasPrice(_ conditions: [String]) -> Bool {
        let offers = conditions.split(separator: TermsCondition.alternative.text, omittingEmptySubsequences: false)
            .filter { offer in offer.reduce(Truth.yes) { $0.and(holds($1)) } != .no }
        return !offers.isEmpty && offers.allSatisfy { offer in offer.contains { Self.isPrice($0) } }
    }

    private static func isPrice(_ text: String) -> Bool {
        switch TermsCondition(text) {
        case .payment(let due)?: due != "unsaid"
        case .token?: true
        default: false
        }
    }

    private func holds(_ text: String) -> Truth {
        switch TermsCondition(text) {
        case .user(let classes)?: isUser(in: classes)
        case .notUser(let classes)?: isUser(in: classes).negated
        case .place(let places)?: isWithin(places)
        case .notPlace(let places)?: isOutside(places)
        case .attribution?, .standard?: .yes
        case .payment?, .token?, .process?, .reporting?, .alternative?, nil: .unknown
        }
    }

    private func isUser(in classes: [String]) -> Truth {
        classes.reduce(.no) { $0.or(belongs(to: $1)) }
    }

    /// What the profile tells of the classes that terms divide users into. Whether a research organisation or a
    /// library is a school or a public body it does not tell.
    private func belongs(to userClass: String) -> Truth {
        let isInstitution = profile.actor == .researchOrganisation || profile.actor == .heritage
        return switch userClass {
        case "commercial": Truth(profile.commercial)
        case "non-commercial": Truth(!profile.commercial)
        case "education", "government": isInstitution ? .unknown : .no
        case "personal": profile.actor != .individual ? .no : profile.commercial ? .unknown : .yes
        default: .unknown
        }
    }

    /// Copies are made in places the terms must take in; whether a market beyond them matters, terms do not say.
    private func isWithin(_ places: [String]) -> Truth {
        func takesIn(_ country: String) -> Bool { places.contains { EuropeanUnion.takesIn($0, country) } }
        guard !profile.placeOfCopying.isEmpty else { return .unknown }
        guard profile.placeOfCopying.allSatisfy(takesIn) else { return .no }
        return profile.market.allSatisfy(takesIn) ? .yes : .unknown
    }

    private func isOutside(_ places: [String]) -> Truth {
        func takesIn(_ country: String) -> Bool { places.contains { EuropeanUnion.takesIn($0, country) } }
        guard !profile.placeOfCopying.isEmpty else { return .unknown }
        if profile.placeOfCopying.contains(where: takesIn) { return .no }
        return profile.market.contains(where: takesIn) ? .unknown : .yes
    }
}

extension RightsProtocol {
    /// Whether the conditions of its signals are written as ``TermsCondition``.
    var offersTerms: Bool {
        switch self {
        case .rslRobots, .rslHeader, .rslPage, .rslEmbedded: true
        default: false
        }
    }
}
