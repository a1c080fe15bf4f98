internal import Canonical
internal import Provenance

extension EvidenceRow {
    private static let signalKeys = KnownKeys(
        "carrier", "category", "conditions", "dropped", "moments", "notes", "offset", "quote", "quote64", "quoteSpace",
        "scope", "source", "subject", "value")
    private static let decisionKeys = KnownKeys("at", "doubts", "like", "moment", "packs", "verdict")
    private static let packKeys = KnownKeys(
        "bases", "basis", "gates", "obligations", "pack", "reasons", "scores", "verdict")

    static func signal(_ reader: RowReader, _ sites: [SiteFileFact]) throws(RowError) -> Signal {
        try reader.only(signalKeys)
        return Signal(
            try reader.parsed("source", RightsProtocol.init), carrier: try reader.string("carrier"),
            scope: try reader.parsed("scope", SignalScope.init), subject: try reader.string("subject", or: ""),
            category: try reader.parsed("category", UseCategory.init),
            value: try reader.parsed("value", SignalValue.init), conditions: try reader.strings("conditions"),
            quote: try quote(reader, sites), notes: try reader.strings("notes"),
            dropped: try reader.string("dropped", or: ""),
            moments: try reader.parsed("moments", Moment.set))
    }

    /// - Parameter last: the row's last decision, to which earlier ones may point; nil for itself.
    static func decision(_ reader: RowReader, last: Decision?) throws(RowError) -> Decision {
        try reader.only(decisionKeys)
        let moment = try reader.parsed("moment", Moment.init)
        let at = try decisionTime(reader, last?.at)
        let doubts = try reader.strings("doubts")
        if reader.has("like") {
            guard let last, try reader.string("like") == last.moment.rawValue, !reader.has("packs") else {
                throw reader.fault("like", "only the row's last decision can be pointed to, instead of packs")
            }
            return Decision(
                moment: moment, at: at, verdict: last.verdict, packs: last.packs, obligations: last.obligations,
                doubts: doubts)
        }
        var packs: [PackDecision] = []
        _ = try reader.member("packs")
        for item in try reader.list("packs") { packs.append(try pack(item)) }
        let verdict = try reader.parsed("verdict", Verdict.init)
        let obligations = verdict.admits ? Set(packs.flatMap(\.obligations)).sorted() : []
        return Decision(
            moment: moment, at: at, verdict: verdict, packs: packs, obligations: obligations, doubts: doubts)
    }

    /// - Parameter last: that of the row's last decision; nil for itself.
    static func decisionTime(_ reader: RowReader, _ last: Timestamp?) throws(RowError) -> Timestamp {
        guard !reader.has("at") else { return try reader.parsed("at") { Timestamp(rfc3339: $0) } }
        guard let last else { throw reader.fault("at", "is missing from the last decision") }
        return last
    }

    private static func pack(_ reader: RowReader) throws(RowError) -> PackDecision {
        try reader.only(packKeys)
        var gates: [GateOutcome] = []
        for member in !reader.has("gates") ? [] : try reader.entries("gates") {
            let text = member.value.text ?? ""
            guard let fired = Truth(rawValue: String(text.prefix(1))),
                let verdict = Verdict(rawValue: String(text.dropFirst()))
            else { throw reader.fault("gates.\(member.key)", "\(text) cannot be read") }
            gates.append(GateOutcome(id: member.key, fired: fired, verdict: verdict))
        }
        var bases: [BasisOutcome] = []
        for member in !reader.has("bases") ? [] : try reader.entries("bases") {
            let text = member.value.text ?? ""
            let truths = text.compactMap { Truth(rawValue: String($0)) }
            guard let raised = truths.first, truths.count == text.count else {
                throw reader.fault("bases.\(member.key)", "\(text) cannot be read")
            }
            bases.append(BasisOutcome(id: member.key, raised: raised, conditions: Array(truths.dropFirst())))
        }
        var scores: [ScoreOutcome] = []
        for member in !reader.has("scores") ? [] : try reader.entries("scores") {
            scores.append(try ScoreText.read(member.value, id: member.key))
        }
        return PackDecision(
            pack: try reader.string("pack"), verdict: try reader.parsed("verdict", Verdict.init),
            basis: try reader.string("basis", or: ""), gates: gates, bases: bases,
            obligations: try reader.strings("obligations"), reasons: try reader.strings("reasons"), scores: scores)
    }

    private static func quote(_ reader: RowReader, _ sites: [SiteFileFact]) throws(RowError) -> Quote {
        let offset = !reader.has("offset") ? -1 : try reader.integer("offset")
        let bytes: [UInt8] =
            if reader.has("quote64") {
                try reader.parsed("quote64", Base64.decode)
            } else {
                Array(try reader.string("quote", or: "").utf8)
            }
        return Quote(bytes, in: try space(reader, sites), at: offset)
    }

    private static func space(_ reader: RowReader, _ sites: [SiteFileFact]) throws(RowError) -> Quote.Space {
        switch try reader.string("quoteSpace", or: "") {
        case "": return .none
        case "payload": return .payload
        case "utf8": return .utf8
        case "header": return .header
        case let name:
            // The row names the file by the first digits of its digest; its site facts hold the whole.
            let known = sites.first { $0.digest.map { isNamed($0, name) } ?? false }?.digest
            guard let known else { throw reader.fault("quoteSpace", "\(name) is no site file of this row") }
            return .siteFile(known)
        }
    }

    /// Whether a name of a quote's space is that of a site file's digest.
    private static func isNamed(_ digest: Digest, _ name: String) -> Bool {
        let digits = name.utf8
        guard digits.count == 21, digits.starts(with: "site:".utf8) else { return false }
        var value: UInt64 = 0
        for digit in digits.dropFirst(5) {
            // As the writer has them, in lower case.
            guard !(0x41...0x46).contains(digit), let number = Hex.value(digit) else { return false }
            value = value << 4 | UInt64(number)
        }
        return value == digest.leading
    }
}
