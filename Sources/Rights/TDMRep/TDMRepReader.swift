internal import Markup
internal import Canonical
internal import Provenance
internal import WebAddress

/// Reads the TDM Reservation Protocol by file, header and meta, and marks what a later carrier overrides.
enum TDMRepReader {
    static let protocols: [RightsProtocol] = [.tdmrepFile, .tdmrepHeader, .tdmrepMeta, .tdmrepEmbedded]

    static func readFile(_ rules: SiteRules, url: CanonicalURL, moments: Set<Moment>, into draft: inout ReadingDraft) {
        switch rules.tdmrep {
        case nil: return
        case .absent?: draft.set(.tdmrepFile, .absent, moments)
        case .notImplemented?:
            draft.set(.tdmrepFile, .absent, moments)
            draft.add(note("not-implemented", .unknown, dropped: "no file of this protocol", moments))
        case .refused?:
            draft.set(.tdmrepFile, .unreadable, moments)
            draft.add(note("tdmrep-forbidden", .unknown, dropped: "", moments))
        case .unreadable(let reason)?:
            draft.set(.tdmrepFile, .unreadable, moments)
            draft.add(note("unreadable: " + reason, .invalid, dropped: "", moments))
        case .found(let file, let digest)?:
            readRules(file, digest, url, moments, &draft)
            readFolder(file, digest, url, moments, &draft)
        }
    }

    /// A place written `/walk/` does not match `/walk` (TDMRep, section 6.2), and means it: that is heard as what was meant.
    private static func readFolder(
        _ file: TDMRepFile, _ digest: Digest, _ url: CanonicalURL, _ moments: Set<Moment>, _ draft: inout ReadingDraft
    ) {
        guard let rule = file.folderRule(for: url.pathAndQuery) else { return }
        draft.addVoid(
            Signal(
                .tdmrepFile, carrier: "tdmrep.json", scope: .path, subject: rule.location,
                category: .tdm, value: .invalid, quote: Quote(rule.text, in: .siteFile(digest), at: rule.offset),
                notes: ["restrictive-intent", "folder-of-the-name"], moments: moments))
    }

    private static func readRules(
        _ file: TDMRepFile, _ digest: Digest, _ url: CanonicalURL, _ moments: Set<Moment>, _ draft: inout ReadingDraft
    ) {
        guard let rule = file.rule(for: url.pathAndQuery) else {
            draft.set(.tdmrepFile, file.hasUnreadableRule ? .unreadable : .absent, moments)
            if file.hasUnreadableRule { draft.add(note("unreadable-rule", .invalid, dropped: "", moments)) }
            return
        }
        let quote = Quote(rule.text, in: .siteFile(digest), at: rule.offset)
        let found = signals(
            rule.statement, .tdmrepFile, carrier: "tdmrep.json", subject: rule.location, quote: quote,
            notes: file.notes + rule.notes, moments: moments)
        draft.add(found, as: .tdmrepFile, moments)
        // What could not be read may stand before the rule that matched, and reserve.
        if file.hasUnreadableRule, !found.contains(where: { $0.value == .deny }) {
            draft.set(.tdmrepFile, .unreadable, moments)
            draft.add(note("unreadable-rule", .invalid, dropped: "", moments))
        }
    }

    private static func note(
        _ note: String, _ value: SignalValue, dropped: String, _ moments: Set<Moment>
    ) -> Signal {
        Signal(
            .tdmrepFile, carrier: "tdmrep.json", scope: .site, category: .tdm, value: value, quote: .nothing,
            notes: [note], dropped: dropped, moments: moments)
    }

    static func readHeaders(_ headers: HeaderList, into draft: inout ReadingDraft) {
        let (reservations, policies) = (headers.all("tdm-reservation"), headers.all("tdm-policy"))
        let statement = TDMReservation(reservations: reservations, policies: policies)
        let quote = Quote((reservations + policies).joined(separator: ", "), in: .header, at: 0)
        draft.add(
            signals(
                statement, .tdmrepHeader, carrier: "header", subject: "", quote: quote, notes: [],
                moments: Moment.ofStatements),
            as: .tdmrepHeader)
    }

    static func readMetas(_ page: PageInput, into draft: inout ReadingDraft) {
        let reservations = page.metas("tdm-reservation").filter {
            TDMRep.counts($0.content, of: $0.node, page.page) && !freesWithoutScripts($0.content, $0.node, page)
        }
        let policies = page.metas("tdm-policy")
        let statement = TDMReservation(reservations: reservations.map(\.content), policies: policies.map(\.content))
        let unseen =
            misnamed(page) + RootMarks.signals(page, .tdmrepMeta) + RawMarks.signals(page, .tdmrepMeta)
            + misplaced(page)
        guard let first = reservations.first ?? policies.first else {
            return unseen.isEmpty ? draft.set(.tdmrepMeta, page.absent) : draft.add(unseen, as: .tdmrepMeta)
        }
        let found = signals(
            statement, .tdmrepMeta, carrier: "meta", subject: "", quote: page.quote(first.node), notes: [],
            moments: Moment.ofStatements)
        draft.add(found + unseen, as: .tdmrepMeta)
    }

    /// A reservation under a name that means the protocol's and is another: it reserves nothing by the protocol, was
    /// meant to, and frees nothing.
    private static func misnamed(_ page: PageInput) -> [Signal] {
        let metas = page.allMetas.filter { MetaName.meansReservation($0.name) && ByteText.trimmed($0.content) != "0" }
        return metas.prefix(1).map { meta in
            Signal(
                .tdmrepMeta, carrier: "meta", scope: .document, category: .tdm, value: .invalid,
                quote: page.quote(meta.node), notes: ["restrictive-intent", "misspelt"])
        }
    }

    /// A reservation in a carrier that the protocol does not have: a `link` to a policy, a key of JSON-LD.
    private static func misplaced(_ page: PageInput) -> [Signal] {
        func signal(_ quote: Quote, _ carrier: String) -> [Signal] {
            [
                Signal(
                    .tdmrepMeta, carrier: carrier, scope: .document, category: .tdm, value: .invalid, quote: quote,
                    notes: ["restrictive-intent", "no-carrier"])
            ]
        }
        for link in page.page.links.lazy.map(Int.init) {
            guard let rel = page.page.attribute(.rel, of: link), page.page.contains(rel, ignoringCase: "tdm") else {
                continue
            }
            return signal(page.quote(link), "link")
        }
        for script in page.documents {
            for member in script.nodes.lazy.flatMap({ $0.value.members ?? [] })
            where isReservation(member.key) && !isZero(member.value) {
                return signal(page.quote(script: script.node, from: "\"" + member.key + "\""), "json-ld")
            }
        }
        return []
    }

    /// Whether a key of JSON-LD means the reservation: `tdm-reservation`, `tdm:reservation`, its address.
    private static func isReservation(_ key: String) -> Bool {
        guard key.utf8.last.map({ $0 | 0x20 }) == UInt8(ascii: "n"), key.utf8.count >= 14 else { return false }
        let letters = ByteText.lowercased(key).utf8.filter(ByteText.isLetter)
        return letters.elementsEqual("tdmreservation".utf8) || ByteText.string(letters).hasSuffix("nstdmrepreservation")
    }

    private static func isZero(_ value: JSONValue) -> Bool {
        value == .integer(0) || value == .bool(false) || value.string == "0"
    }

    static func signals(
        _ statement: TDMReservation, _ source: RightsProtocol, carrier: String, subject: String, quote: Quote,
        notes: [String], moments: Set<Moment>
    ) -> [Signal] {
        let value: SignalValue
        var notes = notes
        switch statement.reservation {
        case .reserved: value = .deny
        case .notReserved: value = .allow
        case .undefined:
            value = .invalid
            notes.append("restrictive-intent")
        case .unset:
            guard statement.policy != nil else { return [] }
            value = .unknown
        }
        return [
            Signal(
                source, carrier: carrier, scope: carrier == "tdmrep.json" ? .path : .document, subject: subject,
                category: .tdm, value: value, conditions: statement.policy.map { [$0] } ?? [], quote: quote,
                notes: notes, moments: moments)
        ]
    }

    /// A later carrier supersedes an earlier one that says 0 or 1; its policy stays in force if no later one names one.
    static func resolve(_ draft: inout ReadingDraft) {
        let order = protocols
        func decides(_ signal: Signal) -> Bool {
            order.contains(signal.source) && signal.isTaken && (signal.value == .deny || signal.value == .allow)
        }
        guard let top = order.last(where: { source in draft.signals.contains { $0.source == source && decides($0) } })
        else { return }
        var policies: [String] = []
        draft.signals = draft.signals.map { signal in
            guard decides(signal), signal.source != top else { return signal }
            policies += signal.conditions
            return signal.dropped("overridden by " + name(of: top))
        }
        guard let policy = policies.last else { return }
        draft.signals = draft.signals.map { signal in
            guard signal.source == top, signal.value == .deny, signal.conditions.isEmpty else { return signal }
            return signal.under(policy, note: "policy-of-overridden-carrier")
        }
    }

    private static func name(of source: RightsProtocol) -> String {
        switch source {
        case .tdmrepEmbedded: "embedded metadata"
        case .tdmrepMeta: "meta"
        default: "header"
        }
    }

    /// Whether a `0` stands in a `noscript` of the head, which a browser that runs scripts never sees. The tree does not
    /// have the element; its tag stands before in the bytes.
    private static func freesWithoutScripts(_ content: String, _ node: Int, _ page: PageInput) -> Bool {
        let offset = Int(page.page.nodes[node].offset)
        guard ByteText.trimmed(content) == "0", offset > 0, offset <= page.source.count else { return false }
        var before = page.source[max(0, offset - 4096)..<offset]
        while let at = before.lastIndex(of: UInt8(ascii: "<")) {
            if ByteText.hasPrefix(before[at...], "<noscript") { return true }
            if ByteText.hasPrefix(before[at...], "</noscript") { return false }
            before = before[..<at]
        }
        return false
    }
}
