public import WebAddress

extension RSLDocument {
    /// What the document says of one use of a URL.
    ///
    /// All contents that reach the URL count, in any order. Those with the longest pattern form the narrowest
    /// scope; a scope that does not speak of the use leaves it to the next. What speaks of the host by the other of `http` and
    /// `https` refuses for both, and grants for its own alone.
    /// Source: RSL 1.0, sections 3.1.1, 3.3, 3.5 and 3.6.
    public func finding(_ usage: RSLUsage, url: CanonicalURL, by association: RSLAssociation) -> RSLFinding {
        let all = RSLEvaluation(usage: usage, scopes: scopes(contents, url, association), notes: notes).finding()
        let own = contents.filter { !$0.reach.isOfOtherScheme(url) }
        guard association == .site || association == .link, own.count < contents.count, !all.refuses else { return all }
        return RSLEvaluation(usage: usage, scopes: scopes(own, url, association), notes: notes).finding()
    }

    /// The contents that reach a URL, those of one reach together, the narrowest first.
    private func scopes(
        _ contents: [RSLContent], _ url: CanonicalURL, _ association: RSLAssociation
    ) -> [[RSLContent]] {
        let reached = contents.compactMap { content in content.reach.reach(url, by: association).map { ($0, content) } }
        let lengths = Set(reached.map(\.0)).sorted(by: >)
        let byLength = Dictionary(grouping: reached, by: \.0)
        return lengths.map { length in (byLength[length] ?? []).map(\.1) }
    }
}

/// Weighs the contents that reach one URL for one use.
struct RSLEvaluation {
    /// A licence with the content it stands in.
    struct Entry {
        let licence: RSLLicence
        let server: String?
        /// Where the content's terms in words stand.
        let terms: String?

        var usage: RSLRules.List? { licence.permits.usage }

        func grants(_ use: RSLUsage) -> Bool { usage?.usages.contains { $0.includes(use) } ?? false }

        /// Whether its other lists bear on the use: it lists no uses, or this one among them.
        func concerns(_ use: RSLUsage) -> Bool { usage == nil || grants(use) }
    }

    /// Licences that are weighed for one URL: each is set against each other.
    static let limit = 64

    let usage: RSLUsage
    private let scopes: [[Entry]]
    private let notes: [String]

    init(usage: RSLUsage, scopes: [[RSLContent]], notes: [String]) {
        self.usage = usage
        self.notes = notes
        self.scopes = scopes.map { contents in
            contents.flatMap { content in
                content.licences.map { Entry(licence: $0, server: content.server, terms: content.terms) }
            }
        }
    }

    func finding() -> RSLFinding {
        guard let narrowest = scopes.first, let first = narrowest.first else { return found(.unlicensed, 0..<0) }
        if scopes.reduce(0, { $0 + $1.count }) > Self.limit { return found(.overloaded, first.licence.place) }
        for (place, scope) in scopes.enumerated() {
            if let list = prohibition(in: scope) { return found(.prohibited, list.place) }
            let grants = scope.filter { $0.grants(usage) }
            if !grants.isEmpty {
                if let list = prohibition(of: grants, in: scopes[(place + 1)...]) {
                    return found(.prohibited, list.place, "wider-than-prohibition")
                }
                return offered(grants, in: place)
            }
            if let closed = scope.lazy.compactMap(\.usage).first { return found(.omitted, closed.place) }
        }
        let isVague = scopes.joined().contains { $0.licence.prohibits.usage.map { $0.usages.isEmpty } ?? false }
        let naming: RSLFinding.Naming = isVague ? .vague : .unnamed
        return offered(narrowest, in: 0, first.licence.place, naming)
    }

    private func found(_ answer: RSLFinding.Answer, _ place: Range<Int>, _ note: String? = nil) -> RSLFinding {
        RSLFinding(answer, notes: notes + [note].compactMap { $0 }, at: place)
    }

    /// In one scope a prohibition beats every permission.
    private func prohibition(in scope: [Entry]) -> RSLRules.List? {
        scope.lazy.compactMap(\.licence.prohibits.usage).first { list in list.usages.contains { $0.overlaps(usage) } }
    }

    /// A narrower path beats a wider one, and a narrower use beats a wider one. Where the two rules disagree, neither
    /// scope is the narrower, and the prohibition stands.
    private func prohibition(of grants: [Entry], in wider: ArraySlice<[Entry]>) -> RSLRules.List? {
        let granted = grants.flatMap { $0.usage?.usages ?? [] }.filter { $0.includes(usage) }
        return wider.joined().lazy.compactMap(\.licence.prohibits.usage).first { list in
            list.usages.contains { prohibited in
                prohibited.overlaps(usage) && granted.allSatisfy { $0 != prohibited && $0.includes(prohibited) }
            }
        }
    }

    private func offered(
        _ entries: [Entry], in scope: Int, _ place: Range<Int>? = nil, _ naming: RSLFinding.Naming = .named
    ) -> RSLFinding {
        let offers = entries.map { offer(of: $0, in: scope) }
        return RSLFinding(.offered(offers), naming, notes: notes, at: place ?? offers[0].place)
    }

    /// The terms of one licence, under what other licences say that bears on it: exclusions beside it, everything in
    /// narrower scopes, and in wider scopes what it does not speak of itself.
    private func offer(of entry: Entry, in scope: Int) -> RSLOffer {
        var offer = RSLOffer(place: entry.licence.place)
        offer.add(entry)
        for other in scopes[scope] where other.concerns(usage) { offer.exclude(other.licence.prohibits) }
        for other in scopes[..<scope].joined() where other.concerns(usage) { offer.add(other) }
        let (hasUser, hasGeo) = (!offer.users.isEmpty, !offer.places.isEmpty)
        for other in scopes[(scope + 1)...].joined() where other.concerns(usage) {
            var (permits, prohibits) = (other.licence.permits, other.licence.prohibits)
            if hasUser { (permits.user, prohibits.user) = (nil, nil) }
            if hasGeo { (permits.geo, prohibits.geo) = (nil, nil) }
            offer.limit(permits)
            offer.exclude(prohibits)
        }
        return offer
    }
}

extension RSLOffer {
    fileprivate mutating func add(_ entry: RSLEvaluation.Entry) {
        limit(entry.licence.permits)
        exclude(entry.licence.prohibits)
        reporting += entry.licence.reporting
        for text in [entry.terms].compactMap({ $0 }) + entry.licence.retractions where !unread.contains(text) {
            unread.append(text)
        }
        if server == nil { server = entry.server }
        guard let other = entry.licence.payment else { return }
        guard let current = payment else { payment = other; return }
        if other.isDue, !current.isDue {
            payment = other
        } else if current.kind == .free, !other.isDue {
            payment = other
        }
    }

    fileprivate mutating func limit(_ rules: RSLRules) {
        for list in [rules.user?.known].compactMap({ $0 }) where !users.contains(list) { users.append(list) }
        for list in [rules.geo?.known].compactMap({ $0 }) where !places.contains(list) { places.append(list) }
    }

    fileprivate mutating func exclude(_ rules: RSLRules) {
        for token in rules.user?.known ?? [] where !excludedUsers.contains(token) { excludedUsers.append(token) }
        for token in rules.geo?.known ?? [] where !excludedPlaces.contains(token) { excludedPlaces.append(token) }
    }
}
