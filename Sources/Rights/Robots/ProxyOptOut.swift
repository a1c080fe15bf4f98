internal import Canonical
internal import Provenance

/// What a robots file that refuses other trainers by name, the path or training on it, says of its site: evidence of a reservation, weighed by the
/// setting `infer_ai_optout`.
///
/// Only groups that name a crawler count: the group for all binds us already. A crawler that fetches because a user
/// asked, or that searches, is never evidence, and a permission to another is none to us.
struct ProxyOptOut {
    /// What marks a signal as spoken to others, for those that weigh it.
    static let note = "speaks-to-other-agents"

    let agents: AgentTable

    /// One signal for all core trainers that are refused, and one without effect for the other trainers.
    func signals(_ file: RobotsFile, _ digest: Digest, _ path: String, _ moments: Set<Moment>) -> [Signal] {
        let groups = file.lists ?? file.plain
        let core = refused(agents.core.named(in: groups), file, path)
        let others = refused(agents.otherTrainers.named(in: groups), file, path)
        var signals: [Signal] = []
        if let first = core.first {
            let strength = "core-tokens-refused \(Set(core.map { $0.token.key }).count)"
            signals.append(signal(core, first.record, digest, notes: [Self.note, strength], moments))
        }
        if let first = others.first {
            signals.append(
                signal(
                    others, first.record, digest, notes: [Self.note, "non-core-trainers"],
                    dropped: "names trainers that are not of the core set", moments))
        }
        return signals
    }

    private struct Refused {
        let token: ProductToken
        let record: RobotsRecord?

        /// Nil if the verdict lets the agent take the path and train on it.
        init?(_ token: ProductToken, _ verdict: RobotsVerdict) {
            self.token = token
            guard verdict.allowed else {
                record = verdict.record
                return
            }
            let usage = verdict.contentUsage.first { AIPref.parse($0.value)[.trainAI] == .disallowed }
            let signal = verdict.contentSignals.first { ContentSignal.parse($0.value).values[.aiTrain] == "no" }
            guard let line = usage ?? signal else { return nil }
            record = line.record
        }
    }

    /// Of the agents the file names, those it refuses the path.
    private func refused(_ agents: [AgentTable.Agent], _ file: RobotsFile, _ path: String) -> [Refused] {
        var verdicts: [[Int]: RobotsVerdict] = [:]
        return agents.compactMap { agent in
            // Most files refuse all trainers by the same few lines: what these say is worked out once.
            var lines = (file.plain.rules(for: agent.token) ?? []) + [-1] + (file.aipref?.rules(for: agent.token) ?? [])
            if let lists = file.lists { lines += [-1] + (lists.rules(for: agent.token) ?? []) }
            let verdict = verdicts[lines] ?? file.verdict(agent: agent.token, pathAndQuery: path)
            verdicts[lines] = verdict
            return Refused(agent.token, verdict)
        }
    }

    private func signal(
        _ refused: [Refused], _ record: RobotsRecord?, _ digest: Digest, notes: [String], dropped: String = "",
        _ moments: Set<Moment>
    ) -> Signal {
        Signal(
            .robotsAIAgents, carrier: "robots.txt", scope: .path, category: .train, value: .deny,
            conditions: refused.map(\.token.text), quote: record?.quote(in: digest) ?? .nothing, notes: notes,
            dropped: dropped, moments: moments)
    }
}
