internal import Provenance

/// `License` lines of robots.txt that stand in the group of another crawler and in none of ours.
///
/// RSL binds by them only whom the group names (RSL 1.0, section 4.4). Terms that shut a core trainer out of training, or
/// that nobody could read, are evidence of a reservation as a `Disallow` for it is (``ProxyOptOut``), and are weighed by the same
/// setting, `infer_ai_optout`. To others they are recorded and count for nothing.
struct TermsForOthers {
    /// Lines that are read.
    private static let limit = 16

    let agents: AgentTable
    /// The lines as statements of RSL that bind another.
    private var uncounted: [Signal] = []
    private var evidence: [Signal] = []

    init(agents: AgentTable) { self.agents = agents }

    /// - Parameter terms: What one line comes to.
    func read(
        _ file: RobotsFile, _ agent: ProductToken, _ terms: (RobotsVerdict.Statement) -> [Signal]
    ) -> TermsForOthers {
        var found = self
        for (line, names) in file.licencesOfOthers(than: agent).prefix(Self.limit) {
            let spoken = terms(line)
            found.uncounted += spoken.prefix(1).map {
                $0.dropped("stands in the group of \(names.joined(separator: ", ")), and binds no other crawler")
            }
            let core = Set(names.compactMap { agents.agent(named: $0) }.filter(\.isCore).map(\.token.text)).sorted()
            guard !core.isEmpty, let first = spoken.first(where: { $0.category == .train }), first.isTaken,
                first.value != .allow
            else { continue }
            found.evidence.append(
                Signal(
                    .robotsAIAgents, carrier: "robots.txt", scope: .site, subject: first.subject, category: .train,
                    value: first.value == .deny ? .deny : .unknown, conditions: core, quote: first.quote,
                    notes: [ProxyOptOut.note, "terms"] + first.notes, moments: first.moments))
        }
        return found
    }

    /// Adds what was found to the protocols it speaks of, whose own readers came before.
    func add(to draft: inout ReadingDraft, _ moments: Set<Moment>) {
        draft.addBeside(uncounted, as: .rslRobots, moments)
        draft.addBeside(evidence, as: .robotsAIAgents, moments)
    }
}
