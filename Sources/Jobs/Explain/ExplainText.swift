internal import Canonical
public import Licensing
internal import Provenance
public import Shards
internal import WebAddress

/// A row of evidence in plain words: what was found, which bases were raised, what failed, where the quote stands.
public enum ExplainText {
    /// - Parameter rules: those the row was decided by, so that each pack's way to its answer can be followed, and
    ///   what would change it be tried; nil where they are not at hand.
    public static func of(_ row: EvidenceRow, rules: (ruleset: Ruleset, profile: UseProfile)? = nil) -> String {
        let trace = rules.map { TraceText(row, $0.ruleset, $0.profile).lines } ?? []
        let sections = [
            head(row), signals(row), licence(row), siteFiles(row), registry(row), grounds(row), decisions(row), trace,
        ]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private static func head(_ row: EvidenceRow) -> [String] {
        var lines = [row.considered.url.text]
        switch row.kind {
        case .capture: break
        case .refusedBeforeFetch: lines.append("  never asked for: refused before the request")
        case .hostRefused(let count):
            lines.append(
                "  never asked for: robots.txt refuses the whole host, and this row stands for \(count) of its URLs")
        }
        if let capture = row.considered.capture {
            lines.append(
                "  fetched \(capture.fetched), status \(capture.status), \(capture.payloadBytes) bytes \(capture.contentType)"
            )
            if !capture.encoding.isEmpty { lines.append("  read as \(capture.encoding)\(reason(capture.encodingBy))") }
            if capture.bodyState != .whole {
                lines.append("  body: \(bodies[capture.bodyState] ?? capture.bodyState.rawValue)")
            }
            for hop in capture.hops.dropLast() { lines.append("  came by \(hop.url) (status \(hop.status))") }
            lines.append("  capture \(row.id)")
        }
        if let document = row.considered.document {
            lines.append("  main text: \(document.textBytes) bytes, sha256 \(document.textDigest.hex)")
        } else if row.considered.capture?.bodyState == .whole {
            lines.append("  main text: \(row.trouble.isEmpty ? "none found" : "none taken: \(row.trouble)")")
        }
        lines.append("  access: \(row.considered.access.rawValue)")
        if !row.trouble.isEmpty { lines.append("  trouble: \(row.trouble)") }
        return lines
    }

    /// Why a text was read in its encoding.
    private static func reason(_ by: String) -> String {
        encodingReasons[by].map { ", " + $0 } ?? ""
    }

    private static let encodingReasons = [
        "byteOrderMark": "by its byte order mark", "transport": "by the charset of Content-Type",
        "meta": "by the charset that the page states", "validUTF8": "since its bytes are UTF-8 and nothing is stated",
        "fallback": "a guess: no encoding is stated, and the bytes beyond ASCII, if any, are not UTF-8",
    ]

    private static let bodies: [Capture.BodyState: String] = [
        .notTaken: "not taken, or not kept", .overLimit: "over the size limit: never a document",
        .truncated: "broke off: never a document", .undecodable: "cannot be decoded: never a document",
        .notText: "no kind of text this program makes documents of",
    ]

    private static func signals(_ row: EvidenceRow) -> [String] {
        var lines = ["What was read"]
        for signal in row.considered.signals {
            let subject = signal.subject.isEmpty ? "" : " of \(signal.subject)"
            let conditions = signal.conditions.isEmpty ? "" : " (\(signal.conditions.joined(separator: ", ")))"
            lines.append(
                "  \(signal.source.rawValue), \(signal.carrier): \(signal.category.rawValue) \(signal.value.rawValue)\(conditions), for the \(signal.scope.rawValue)\(subject)"
            )
            if !signal.quote.bytes.isEmpty { lines.append("    \(place(signal.quote)): \(shown(signal.quote.text))") }
            if !signal.dropped.isEmpty { lines.append("    not counted: \(signal.dropped)") }
            if !signal.notes.isEmpty { lines.append("    noticed: \(signal.notes.joined(separator: ", "))") }
        }
        return lines + states(row)
    }

    static let stateWords: [(ProtocolState, String)] = [
        (.stated, "stated"), (.absent, "looked for and absent"),
        (.unreadable, "there but unreadable, or out of reach"),
        (.notChecked, "not looked for, or not read by this version"),
    ]

    /// Every protocol once, by what is known of it when the last decision was taken.
    private static func states(_ row: EvidenceRow) -> [String] {
        let atFetch = row.decisions.last?.moment == .fetch
        let states = atFetch ? row.considered.statesAtFetch : row.considered.statesAtUse
        // Where all that was said is not counted, the protocol is there, and says nothing of this page.
        let spoken = Set(row.considered.signals.map(\.source))
        let taken = Set(row.considered.signals.lazy.filter(\.isTaken).map(\.source))
        func isPassedOver(_ source: RightsProtocol) -> Bool {
            let state = states[source]
            return (state == .stated || state == .absent) && spoken.contains(source) && !taken.contains(source)
        }
        func line(_ words: String, _ those: [RightsProtocol]) -> String? {
            those.isEmpty ? nil : "  \(words): \(those.map(\.rawValue).joined(separator: ", "))"
        }
        let plain = stateWords.compactMap { state, words in
            line(words, RightsProtocol.allCases.filter { states[$0] == state && !isPassedOver($0) })
        }
        let passedOver = line(notCounted, RightsProtocol.allCases.filter(isPassedOver))
        return plain + [passedOver].compactMap { $0 }
    }

    /// Words for a protocol of which everything found was dropped.
    static let notCounted = "stated, and none of it counted here (see above why)"

    private static func place(_ quote: Quote) -> String {
        let at = quote.offset >= 0 ? "byte \(quote.offset) of " : ""
        switch quote.space {
        case .payload: return at + "the payload"
        case .utf8: return at + "the payload as UTF-8"
        case .header: return "header"
        case .siteFile(let digest): return at + "site file \(digest.hex.prefix(12))…"
        case .none: return "seen"
        }
    }

    static func shown(_ text: String) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return flat.count > 160 ? flat.prefix(160) + "…" : flat
    }

    private static func licence(_ row: EvidenceRow) -> [String] {
        let finding = row.considered.licence
        guard finding != .none else { return [] }
        var lines = ["Licence of the text: \(finding.outcome.rawValue) (\(finding.reason))"]
        for licence in finding.licences { lines.append("  \(licence.id) \(licence.version) \(licence.url)") }
        if !finding.attribution.isEmpty { lines.append("  to credit: \(finding.attribution)") }
        return lines
    }

    private static func siteFiles(_ row: EvidenceRow) -> [String] {
        guard !row.considered.siteFiles.isEmpty else {
            return ["Site files: none at hand; nobody looked at this site, so what it says there is not checked"]
        }
        return ["Site files"]
            + row.considered.siteFiles.map {
                "  \($0.kind.rawValue)\($0.asked.isEmpty ? "" : " " + $0.asked) at \($0.moment.rawValue): \($0.outcome.rawValue), asked \($0.fetched), \($0.digest?.hex.prefix(12).description ?? "no bytes")"
            }
    }

    private static func registry(_ row: EvidenceRow) -> [String] {
        guard case .matches(let matches) = row.considered.registry else {
            return ["Registry: not asked (the run was told to do without)"]
        }
        if matches.isEmpty { return ["Registry: no objection covers this"] }
        return ["Registry"]
            + matches.map {
                "  objection \($0.objection) (\($0.scope) \($0.key), \($0.state)): \($0.isBlocking ? "blocks" : "does not block")\($0.isUncertain ? ", by an uncertain match" : "")\($0.similarity.map { ", with \($0)" } ?? ""), from \($0.effectiveFrom)\($0.effectiveTo.map { " to \($0)" } ?? "")"
            }
    }

    private static func grounds(_ row: EvidenceRow) -> [String] {
        let grounds = row.considered.grounds
        if grounds.isEmpty { return [] }
        var lines = ["What others than the page say"]
        for hit in grounds.lists {
            lines.append("  on the list \(hit.list)\(hit.value.isEmpty ? "" : ": " + hit.value)")
        }
        for contract in grounds.contracts {
            lines.append(
                "  contract \(contract.contract): training \(contract.training.rawValue), from \(contract.from)\(until(contract.to))"
            )
        }
        for notice in grounds.notices {
            lines.append(
                "  notice \(notice.notice), version \(notice.version): in effect from \(notice.effectiveFrom)\(until(notice.effectiveTo))"
            )
        }
        for mandate in grounds.mandates {
            let out = mandate.optedOut.map { ", opted out from \($0)" } ?? ""
            lines.append(
                "  mandate \(mandate.mandate) (\(mandate.kind.rawValue)), work \(mandate.work), tariff \(mandate.tariff)\(out)"
            )
        }
        for work in grounds.works {
            let died = work.died.map { ", author died \($0)" } ?? ""
            lines.append(
                "  work \(work.work)\(died)\(work.published.map { ", published \($0)" } ?? "") \(work.country)")
        }
        for cluster in grounds.clusters {
            lines.append(
                "  cluster \(cluster.cluster) of \(cluster.size) copies, an earlier one: \(cluster.hasEarlier.rawValue)"
            )
        }
        return lines
    }

    private static func until(_ time: Timestamp?) -> String { time.map { " until \($0)" } ?? "" }

    private static func decisions(_ row: EvidenceRow) -> [String] {
        var lines: [String] = []
        for decision in row.decisions {
            lines.append("At \(decision.moment.rawValue): \(decision.verdict.rawValue)")
            for pack in decision.packs { lines += self.pack(pack, decision.moment, row.trouble) }
            lines += overridden(decision)
            if !decision.obligations.isEmpty {
                lines.append("  obligations: \(decision.obligations.joined(separator: " "))")
            }
            if !decision.doubts.isEmpty {
                let what =
                    decision.verdict.admits ? "admitted only by the softened setting" : "held only by the setting"
                lines.append("  \(what): \(decision.doubts.joined(separator: ", "))")
            }
        }
        return lines
    }

    /// Bases of a proposal that stand in their own pack and that another active pack set aside.
    private static func overridden(_ decision: Decision) -> [String] {
        if decision.verdict.admits { return [] }
        let harder = decision.packs.filter { $0.verdict == decision.verdict }.map(\.pack).joined(separator: ", ")
        return decision.packs.filter { $0.verdict.admits && $0.basis.hasPrefix("prop.") }.map { pack in
            "  \(pack.basis) of \(pack.pack) was overridden by \(harder) (\(decision.verdict.rawValue))"
        }
    }

    /// A text that could not be read to its end is not one that is not there.
    private static func explain(_ reason: String, _ trouble: String) -> String {
        guard reason == "gate.TEXT", !trouble.isEmpty else { return ReasonText.explain(reason) }
        return
            "Gate TEXT is shut: its text was not taken, since \(trouble). To change it: a page whose text can be read to its end, in an encoding that it states."
    }

    private static func pack(_ pack: PackDecision, _ moment: Moment, _ trouble: String) -> [String] {
        var lines = ["  pack \(pack.pack): \(pack.verdict.rawValue)\(pack.basis.isEmpty ? "" : " on \(pack.basis)")"]
        for gate in pack.gates where gate.fired != .no {
            lines.append(
                "    gate \(gate.id) \(gate.fired == .yes ? "fired" : "could not be cleared"): \(gate.verdict.rawValue)"
            )
        }
        for basis in pack.bases where basis.raised != .no {
            let truths = basis.conditions.map(\.rawValue).joined()
            let words = ["t": "stands", "f": "falls", "u": "is in doubt"][basis.truth.rawValue] ?? ""
            lines.append("    basis \(basis.id) \(words)\(truths.isEmpty ? "" : " (conditions \(truths))")")
        }
        for reason in pack.reasons { lines.append("    \(reason): \(explain(reason, trouble))") }
        return lines
    }
}
