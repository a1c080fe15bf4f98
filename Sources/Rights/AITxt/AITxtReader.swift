internal import Canonical
internal import Provenance
internal import WebAddress

/// Reads what `ai.txt` says about training on a URL.
struct AITxtReader {
    let agent: ProductToken
    let table: ReservationTable

    func read(_ rules: SiteRules, url: CanonicalURL, moments: Set<Moment>, into draft: inout ReadingDraft) {
        switch rules.aiTxt {
        case nil: return
        case .absent?: draft.set(.aiTxt, .absent, moments)
        case .notImplemented?: draft.set(.aiTxt, .absent, moments)
        case .refused?: draft.add([note(["ai-txt-forbidden"], .unknown, moments)], as: .aiTxt, moments)
        case .unreadable(let reason)?:
            draft.add(
                [note(["unreadable: " + reason, Signal.unreadFile], .invalid, moments)], as: .aiTxt, moments)
        case .found(.file(let file), let digest)?:
            let meant = meant(rules, digest, url.pathAndQuery, moments)
            draft.add(signals(file, digest, url.pathAndQuery, moments) + meant, as: .aiTxt, moments)
        case .found(.other(let other), let digest)?:
            let meant =
                other.kind == .markup || other.refusal != nil ? [] : meant(rules, digest, url.pathAndQuery, moments)
            draft.add([lookAlike(other, digest, moments)] + meant, as: .aiTxt, moments)
        }
        if case .refused? = rules.aiTxt { draft.set(.aiTxt, .unreadable, moments) }
    }

    private func signals(_ file: AITxt, _ digest: Digest, _ path: String, _ moments: Set<Moment>) -> [Signal] {
        func signal(_ verdict: AITxt.Verdict, _ value: SignalValue, _ notes: [String] = []) -> Signal {
            Signal(
                .aiTxt, carrier: "ai.txt", scope: .path, subject: verdict.pattern, category: .train, value: value,
                quote: Quote(verdict.line, in: .siteFile(digest), at: verdict.offset), notes: notes, moments: moments)
        }
        let kind = file.refusalOfKind(agent: agent).map { signal($0, .invalid, ["restrictive-intent"]) }
        if let verdict = file.verdict(agent: agent, pathAndQuery: path) {
            return [signal(verdict, verdict.isAllowed ? .allow : .deny)] + [kind].compactMap { $0 }
        }
        if let kind { return [kind] }
        // The whole file speaks of training: what it refuses to another is no word to us, and hardly meant as a yes.
        guard let other = file.refusalOfOthers(but: agent, pathAndQuery: path) else { return [] }
        return [signal(other, .conditional, ["named-another-agent"])]
    }

    /// What the file plainly means and does not say in its form: refusals in words, and lines that are no rules.
    private func meant(
        _ rules: SiteRules, _ digest: Digest, _ path: String, _ moments: Set<Moment>
    ) -> [Signal] {
        guard let lines = rules.aiTxtLines else { return [] }
        let bytes = lines.bytes
        let line = lines.voidRefusal(of: path) ?? listed(lines, path)
        let place = line.map { $0.offset..<$0.offset + $0.text.count } ?? AITxtProse.refusal(in: bytes, table)
        guard let place else { return [] }
        return [
            Signal(
                .aiTxt, carrier: "ai.txt", scope: .site, category: .train, value: .invalid,
                quote: Quote(Array(bytes[place]), in: .siteFile(digest), at: place.lowerBound),
                notes: ["restrictive-intent"], moments: moments)
        ]
    }

    /// The line that refuses a path to us as one of several names, or to all as a name in quotes.
    private func listed(_ lines: RobotsFile, _ path: String) -> RobotsRecord? {
        guard lines.lists != nil else { return nil }
        let verdict = lines.verdict(agent: agent, pathAndQuery: path)
        return verdict.allowed ? nil : verdict.record
    }

    private func lookAlike(_ other: AITxt.LookAlike, _ digest: Digest, _ moments: Set<Moment>) -> Signal {
        let notes = ["not-implemented", "look-alike: " + other.kind.rawValue]
        guard let refusal = other.refusal else {
            return Signal(
                .aiTxt, carrier: "ai.txt", scope: .site, category: .train, value: .unknown, quote: .nothing,
                notes: notes, dropped: "no file of this protocol", moments: moments)
        }
        return Signal(
            .aiTxt, carrier: "ai.txt", scope: .site, category: .train, value: .invalid,
            quote: Quote(refusal.line, in: .siteFile(digest), at: refusal.offset),
            notes: notes + ["restrictive-intent"], moments: moments)
    }

    private func note(_ notes: [String], _ value: SignalValue, _ moments: Set<Moment>) -> Signal {
        Signal(
            .aiTxt, carrier: "ai.txt", scope: .site, category: .train, value: value, quote: .nothing, notes: notes,
            moments: moments)
    }
}
