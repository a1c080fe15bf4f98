public import Canonical
public import Provenance

/// Decides on one capture, or on a URL before it is asked for, under all active packs.
///
/// Pure: the same arguments give the same decision, whenever and wherever. Within a pack gates come first and then
/// the best basis
/// wins; across packs the hardest verdict does. `docs/formats/pack.md` says how truths are joined.
///
/// - Parameters:
///   - considered: What reading found. Before a request only `url`, `siteFiles`, `statesAtFetch`, `signals` of the
///     site files and `registry` need be set.
///   - moment: At `fetch` only gates count. `tag` looks at what `use` does, but not at objections or at evidence
/// grown old.
///   - at: The time decided for. Evidence from after it counts as unknown, so in a crawl this is the time of the
/// decision.
public func decide(
    _ considered: Considered, profile: UseProfile, ruleset: Ruleset, moment: Moment, at: Timestamp
) -> Decision {
    let subject = DecisionCase(considered, profile, ruleset.known, moment, at)
    let reader = FactReader(subject, ruleset.settings)
    var sheets = PackSheets(reader, ruleset)
    var reasons = SharedReasons(reader, ruleset)
    lazy var lives = EvidenceLives(reader)
    var decisions: [PackDecision] = []
    decisions.reserveCapacity(ruleset.packs.count)
    for place in ruleset.boxes.indices {
        let (facts, mixed) = sheets.facts(of: place)
        let box = ruleset.boxes[place]
        let outcome = PackEvaluation(box, facts, moment, mixed: mixed).outcome
        let told = reasons.codes(outcome.asks, of: place, facts)
        decisions.append(
            PackDecision(
                pack: box.pack.id, verdict: outcome.verdict, basis: outcome.basis, gates: outcome.gates,
                bases: outcome.bases, obligations: outcome.obligations,
                reasons: told.isEmpty ? outcome.codes : outcome.codes + told,
                scores: outcome.factors.isEmpty
                    ? [] : zip(box.pack.scores, outcome.factors).map { $0.outcome($1, lives) }))
    }
    // A ruleset always has a pack; were there none, nothing would have allowed it.
    let verdict = decisions.map(\.verdict).max() ?? .deny
    let obligations = verdict.admits ? union(decisions.map(\.obligations)) : []
    let doubts = Doubts(reader, ruleset, barredBy: decisions.map { !$0.verdict.admits }).names(verdict)
    return Decision(
        moment: moment, at: at, verdict: verdict, packs: decisions, obligations: obligations, doubts: doubts)
}

private func union(_ lists: [[String]]) -> [String] {
    lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
}
