internal import Embedded
internal import Provenance

/// What C2PA stores say, as signals.
///
/// A refusal is honoured whoever signed it. What is allowed is only `unknown`: nobody has verified the signature.
enum C2PASignals {
    static func read(_ parts: EmbeddedParts, into draft: inout ReadingDraft) {
        var found: [Signal] = []
        for part in parts.c2pa {
            let store = C2PAStore(part.bytes)
            for index in store.manifests.indices {
                let manifest = store.manifests[index]
                let dropped = store.isInForce(index) ? "" : "not the active manifest"
                found += manifest.assertions.flatMap { signals(of: $0, manifest, part, dropped) }
            }
            if !store.isWhole { found.append(unreadable(part)) }
        }
        if !parts.complete { found.append(EmbeddedReaders.incomplete(parts, .embeddedC2PA, .train)) }
        draft.add(found, as: .embeddedC2PA)
    }

    private static func unreadable(_ part: EmbeddedParts.Part) -> Signal {
        Signal(
            .embeddedC2PA, carrier: "c2pa", scope: .document, category: .train, value: .invalid,
            quote: part.isVerbatim ? Quote(part.bytes.prefix(64), in: .payload, at: part.offset) : .nothing,
            notes: ["unreadable: a C2PA store that could not be read to its end", part.place])
    }

    private static func signals(
        of assertion: C2PAManifest.Assertion, _ manifest: C2PAManifest, _ part: EmbeddedParts.Part, _ dropped: String
    ) -> [Signal] {
        let quote =
            part.isVerbatim
            ? Quote(assertion.bytes, in: .payload, at: part.offset + assertion.offset)
            : Quote(assertion.bytes, in: .none, at: -1)
        let place = [assertion.mining.label, manifest.signature.rawValue, part.place]
        return assertion.mining.entries.prefix(32).map { entry in
            let (value, conditions, notes) = meaning(entry.use)
            return Signal(
                .embeddedC2PA, carrier: "c2pa", scope: .document, category: category(entry), value: value,
                conditions: [String(entry.key.prefix(100))] + conditions, quote: quote, notes: notes + place,
                dropped: dropped.isEmpty && !isKnown(entry) ? "an entry of no specification" : dropped)
        }
    }

    private static func meaning(_ use: TrainingMining.Use) -> (SignalValue, [String], [String]) {
        switch use {
        case .allowed: (.unknown, [], ["allowed"])
        case .notAllowed: (.deny, [], [])
        case .constrained(let information): (.conditional, [String(information.prefix(300))], ["constrained"])
        case .undefined(let word): (.invalid, [], ["restrictive-intent", "use: " + word.prefix(40)])
        }
    }

    private static let categories: [String: UseCategory] = [
        "ai_generative_training": .train, "ai_training": .trainNonGenerative, "data_mining": .tdm,
        "ai_inference": .aiInput,
    ]

    private static func isKnown(_ entry: TrainingMining.Entry) -> Bool {
        entry.isStandard && categories[entry.name] != nil
    }

    private static func category(_ entry: TrainingMining.Entry) -> UseCategory { categories[entry.name] ?? .train }

    /// A manifest that stands elsewhere, named by `Link: …; rel="c2pa-manifest"` (C2PA 2.1, section 11.4, read
    /// 2026-11-24): nobody has fetched it, so that nothing is known of it.
    static func readHeaders(_ headers: HeaderList, into draft: inout ReadingDraft) {
        let links = LinkHeader.parse(headers.all("link")).filter { $0.relations.contains("c2pa-manifest") }
        for link in links.prefix(8) {
            draft.add(
                Signal(
                    .embeddedC2PA, carrier: "header", scope: .document, subject: String(link.target.prefix(512)),
                    category: .train, value: .unknown, quote: Quote(link.target, in: .header), notes: ["not-checked"],
                    dropped: "a manifest that was not fetched"))
        }
        guard !links.isEmpty, draft.use[.embeddedC2PA] == .absent else { return }
        draft.set(.embeddedC2PA, .notChecked)
    }
}
