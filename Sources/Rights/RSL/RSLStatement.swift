internal import Provenance
internal import WebAddress

/// What a document says to one URL, as signals.
struct RSLStatement {
    /// How the document was found, which all its signals bear.
    struct Origin {
        let source: RightsProtocol
        let carrier: String
        let scope: SignalScope
        var subject = ""
        var notes: [String] = []
        /// Why it does not speak for the page; empty if it does.
        var dropped = ""
        /// Why it may refuse for the page and not grant; empty if it may do both.
        var grantsNothing = ""
        var moments = Moment.ofStatements

        func signal(
            _ category: UseCategory, _ value: SignalValue, _ conditions: [String] = [], quote: Quote,
            notes more: [String], dropped reason: String = ""
        ) -> Signal {
            let isBarred = !grantsNothing.isEmpty && value == .conditional
            return Signal(
                source, carrier: carrier, scope: scope, subject: subject, category: category, value: value,
                conditions: isBarred ? RSLStatement.unconfirmed(conditions, grantsNothing) : conditions, quote: quote,
                notes: notes + more,
                dropped: dropped.isEmpty ? value == .allow ? grant(reason) : reason : dropped,
                moments: moments)
        }

        private func grant(_ reason: String) -> String { grantsNothing.isEmpty ? reason : grantsNothing }

        /// Terms are announced that are not at hand: neither grant nor refusal, and a reason to hold.
        func advertised(_ value: SignalValue, _ why: String, quote: Quote) -> Signal {
            signal(.train, value, quote: quote, notes: [Self.advertised, why])
        }

        static let advertised = "terms-advertised"
    }

    let document: RSLDocument
    let url: CanonicalURL
    let association: RSLAssociation
    let origin: Origin
    /// What the quotes' offsets count in, and the bytes of it before the document.
    let space: Quote.Space
    var shift = 0

    /// Training first, and then other uses that it refuses, or to which it says something else.
    func signals() -> [Signal] {
        guard let train = answer(.aiTrain) else {
            let quote = document.quote(0..<min(document.source.count, 200), in: space, shift: shift)
            return [
                origin.signal(
                    .train, .unknown, quote: quote, notes: document.notes,
                    dropped: "no content of the document reaches this URL")
            ]
        }
        var found = [train]
        for (usage, category) in [(RSLUsage.aiInput, UseCategory.aiInput), (.aiIndex, .aiInput), (.search, .search)] {
            guard let other = answer(usage, category) else { continue }
            let isTold = found.contains {
                $0.category == other.category && $0.value == other.value && $0.conditions == other.conditions
            }
            let differs = other.value != train.value || other.conditions != train.conditions
            if !isTold, differs || other.value == .deny { found.append(other) }
        }
        return found
    }

    private func answer(_ usage: RSLUsage, _ category: UseCategory = .train) -> Signal? {
        let finding = document.finding(usage, url: url, by: association)
        let value: SignalValue
        var conditions: [String] = []
        let word: String
        switch finding.answer {
        case .unlicensed: return nil
        case .prohibited, .omitted: (value, word) = (.deny, finding.outcome(user: nil, geo: nil).name)
        case .overloaded: (value, word) = (.unknown, "too-many-licences")
        case .offered(let offers):
            let terms = Self.alternatives(offers)
            conditions = terms.map(\.text)
            value = terms.allSatisfy(\.isMet) ? .allow : .conditional
            word = offers.max { RSLOffer.isHarder($1, than: $0) }?.outcome.name ?? ""
            if finding.naming != .named { return unlisted(usage, category, value, conditions, word, finding) }
        }
        let quote = document.quote(finding.place, in: space, shift: shift)
        return origin.signal(
            category, value, conditions, quote: quote, notes: [usage.rawValue, word] + finding.notes)
    }

    /// What a licence that lists no uses comes to: no grant, for it names none, while whom it leaves out and what it asks
    /// for stand. One that prohibits in words nobody knows may prohibit this use.
    private func unlisted(
        _ usage: RSLUsage, _ category: UseCategory, _ value: SignalValue, _ conditions: [String], _ word: String,
        _ finding: RSLFinding
    ) -> Signal {
        let quote = document.quote(finding.place, in: space, shift: shift)
        let notes = [usage.rawValue, word] + finding.notes
        if finding.naming == .vague {
            return origin.signal(category, .unknown, quote: quote, notes: notes + [Origin.advertised])
        }
        return origin.signal(
            category, value, value == .allow ? [] : Self.unconfirmed(conditions, finding.naming.rawValue),
            quote: quote, notes: notes, dropped: value == .allow ? "permits no use in so many words" : "")
    }

    /// The conditions of every alternative with one more that nothing meets: what they leave out stays out, and nobody
    /// is let in by them.
    private static func unconfirmed(_ conditions: [String], _ why: String) -> [String] {
        let more = TermsCondition.process(why).text
        let offers = conditions.split(separator: TermsCondition.alternative.text, omittingEmptySubsequences: false)
        return Array(offers.map { $0 + [more] }.joined(separator: [TermsCondition.alternative.text]))
    }

    /// What each offer hangs on, once each.
    private static func alternatives(_ offers: [RSLOffer]) -> [TermsCondition] {
        var lists: [[TermsCondition]] = []
        for offer in offers where !lists.contains(offer.conditions) { lists.append(offer.conditions) }
        return Array(lists.joined(separator: [.alternative]))
    }
}

extension TermsCondition {
    /// Whether it holds whoever asks: credit can always be given.
    fileprivate var isMet: Bool {
        switch self {
        case .attribution, .standard, .alternative: true
        case .user, .notUser, .place, .notPlace, .payment, .token, .process, .reporting: false
        }
    }
}
