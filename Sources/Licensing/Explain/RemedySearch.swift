internal import Canonical
internal import Provenance

extension DecisionTrace {
    /// What would admit the document, found by trying: each change alone, and where none does, two together.
    ///
    /// - Returns: Sentences such as "would be allowWithObligations if a contract granted training"; empty if the
    ///   document is admitted, or if nothing that was tried would admit it.
    public func remedies() -> [String] {
        let start = Remedy.State(
            considered: considered, profile: profile, settings: ruleset.settings, known: ruleset.known, at: at)
        guard !verdict(start).admits else { return [] }
        let singles = Remedy.all.compactMap { sentence([$0], start) }
        if !singles.isEmpty { return singles }
        var pairs: [String] = []
        for (place, first) in Remedy.all.enumerated() {
            for second in Remedy.all[(place + 1)...] {
                if let sentence = sentence([first, second], start) { pairs.append(sentence) }
                if pairs.count == 6 { return pairs }
            }
        }
        return pairs
    }

    private func sentence(_ remedies: [Remedy], _ start: Remedy.State) -> String? {
        var state = start
        for remedy in remedies { remedy.change(&state) }
        let verdict = verdict(state)
        guard verdict.admits else { return nil }
        // At fetch nothing is decided but whether it may be read.
        let outcome = moment == .fetch ? "would be fetched and read" : "would be \(verdict.rawValue)"
        return "\(outcome) if \(remedies.map(\.words).joined(separator: ", and "))"
    }

    private func verdict(_ state: Remedy.State) -> Verdict {
        let reader = FactReader(state.considered, state.profile, state.settings, state.known, moment, at)
        var sheets = PackSheets(reader, ruleset)
        var hardest = Verdict.allow
        for place in ruleset.packs.indices {
            let facts = sheets.facts(of: place).facts
            hardest = max(hardest, PackEvaluation(pack: ruleset.packs[place], facts: facts, moment: moment).verdict)
            if !hardest.admits { break }
        }
        return hardest
    }
}
