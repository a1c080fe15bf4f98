internal import Canonical
internal import Provenance

/// Robots directives of headers and meta elements as signals.
struct RobotsDirectiveSignals {
    let source: RightsProtocol
    let carrier: String
    let agent: ProductToken
    let agents: AgentTable
    let fetched: Timestamp

    /// The signals of directives that share one quote; one `unknown` signal if none of them restricts anything.
    func signals(_ directives: [RobotsDirective], quote: Quote) -> [Signal] {
        let signals = directives.compactMap { signal($0, quote) }
        if !signals.isEmpty || directives.isEmpty { return signals }
        return [make(.index, .unknown, quote, RobotsDirective(name: ""))]
    }

    private func signal(_ directive: RobotsDirective, _ quote: Quote) -> Signal? {
        if let proxy = proxy(directive, quote) { return proxy }
        if let other = otherTraining(directive, quote) { return other }
        switch directive.name {
        case "noai": return make(.train, .deny, quote, directive)
        case "noimageai": return make(.train, .deny, quote, directive, scope: .asset)
        case "noarchive", "nocache":
            return make(.train, .conditional, quote, directive, conditions: [directive.name])
        case "noindex", "none": return make(.index, .deny, quote, directive, conditions: [directive.name])
        case "noimageindex": return make(.index, .deny, quote, directive, scope: .asset)
        case "nosnippet": return make(.display, .deny, quote, directive)
        case "unavailable_after": return unavailable(directive, quote)
        default:
            guard directive.isRestrictiveIntent else { return nil }
            return make(.train, .invalid, quote, directive, notes: ["restrictive-intent"])
        }
    }

    /// A page that shuts out a core trainer by name is evidence of a reservation, as a robots file is that does.
    private func proxy(_ directive: RobotsDirective, _ quote: Quote) -> Signal? {
        guard let named = directive.agent, !directive.binds(agent), let trainer = agents.agent(named: named),
            trainer.isCore, RobotsDirective.shutOut.contains(directive.name) || directive.isRestrictiveIntent
        else { return nil }
        return Signal(
            source, carrier: carrier, scope: directive.name == "noimageai" ? .asset : .document, category: .train,
            value: .deny, conditions: [trainer.token.text], quote: quote,
            notes: [ProxyOptOut.note, "directive " + directive.name])
    }

    /// `noai` to a search engine, which has no such rule: whoever writes it means training, by whomever.
    private func otherTraining(_ directive: RobotsDirective, _ quote: Quote) -> Signal? {
        guard let named = directive.agent, !directive.binds(agent), directive.name == "noai" else { return nil }
        let known = agents.agent(named: named)
        let isSearch = known.map { $0.purpose == .mixed } ?? agents.isAddressed(ByteText.lowercased(named))
        guard isSearch else { return nil }
        return Signal(
            source, carrier: carrier, scope: .document, category: .train, value: .invalid, conditions: [named],
            quote: quote, notes: ["restrictive-intent", "agent-scoped"])
    }

    /// A day that has passed withdraws the page; one that cannot be read may have passed.
    private func unavailable(_ directive: RobotsDirective, _ quote: Quote) -> Signal {
        guard let day = RobotsDate.read(directive.value) else {
            return make(.all, .invalid, quote, directive, notes: ["unreadable-date"])
        }
        let isPast = day <= fetched
        return make(.all, isPast ? .deny : .conditional, quote, directive, conditions: [day.description])
    }

    private func make(
        _ category: UseCategory, _ value: SignalValue, _ quote: Quote, _ directive: RobotsDirective,
        scope: SignalScope = .document, conditions: [String] = [], notes: [String] = []
    ) -> Signal {
        let isOurs = directive.binds(agent)
        return Signal(
            source, carrier: carrier, scope: scope, category: category, value: value, conditions: conditions,
            quote: quote, notes: notes + (isOurs ? [] : ["agent-scoped"]),
            dropped: isOurs ? "" : "names another crawler: " + (directive.agent ?? ""))
    }
}
