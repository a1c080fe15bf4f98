internal import Canonical
internal import Provenance

extension EvidenceRow {
    static func signal(_ reader: RowReader, _ sites: [SiteFileFact]) throws(RowError) -> Signal {
        try reader.only([
            "carrier", "category", "conditions", "dropped", "moments", "notes", "offset", "quote", "quote64",
            "quoteSpace",
            "scope", "source", "subject", "value",
        ])
        return Signal(
            try reader.parsed("source", RightsProtocol.init), carrier: try reader.string("carrier"),
            scope: try reader.parsed("scope", SignalScope.init), subject: try reader.string("subject", or: ""),
            category: try reader.parsed("category", UseCategory.init),
            value: try reader.parsed("value", SignalValue.init), conditions: try reader.strings("conditions"),
            quote: try quote(reader, sites), notes: try reader.strings("notes"),
            dropped: try reader.string("dropped", or: ""),
            moments: try moments(reader, reader.string("moments")))
    }

    /// - Parameter last: the row's last decision, to which earlier ones may point; nil for itself.
    static func decision(_ reader: RowReader, last: Decision?) throws(RowError) -> Decision {
        try reader.only(["at", "doubts", "like", "moment", "packs", "verdict"])
        let moment = try reader.parsed("moment", Moment.init)
        let at = try decisionTime(reader, last)
        let doubts = try reader.strings("doubts")
        if reader.optional("like") != nil {
            guard let last, try reader.string("like") == last.moment.rawValue, reader.optional("packs") == nil else {
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

    private static func decisionTime(_ reader: RowReader, _ last: Decision?) throws(RowError) -> Timestamp {
        guard reader.optional("at") == nil else { return try reader.parsed("at") { Timestamp(rfc3339: $0) } }
        guard let last else { throw reader.fault("at", "is missing from the last decision") }
        return last.at
    }

    private static func pack(_ reader: RowReader) throws(RowError) -> PackDecision {
        try reader.only(["bases", "basis", "gates", "obligations", "pack", "reasons", "scores", "verdict"])
        var gates: [GateOutcome] = []
        for member in reader.optional("gates") == nil ? [] : try reader.entries("gates") {
            let text = member.value.string ?? ""
            guard let fired = Truth(rawValue: String(text.prefix(1))),
                let verdict = Verdict(rawValue: String(text.dropFirst()))
            else { throw reader.fault("gates.\(member.key)", "\(text) cannot be read") }
            gates.append(GateOutcome(id: member.key, fired: fired, verdict: verdict))
        }
        var bases: [BasisOutcome] = []
        for member in reader.optional("bases") == nil ? [] : try reader.entries("bases") {
            let text = member.value.string ?? ""
            let truths = text.compactMap { Truth(rawValue: String($0)) }
            guard let raised = truths.first, truths.count == text.count else {
                throw reader.fault("bases.\(member.key)", "\(text) cannot be read")
            }
            bases.append(BasisOutcome(id: member.key, raised: raised, conditions: Array(truths.dropFirst())))
        }
        var scores: [ScoreOutcome] = []
        for member in reader.optional("scores") == nil ? [] : try reader.entries("scores") {
            scores.append(try ScoreText.read(reader.member("scores").member(member.key), id: member.key))
        }
        return PackDecision(
            pack: try reader.string("pack"), verdict: try reader.parsed("verdict", Verdict.init),
            basis: try reader.string("basis", or: ""), gates: gates, bases: bases,
            obligations: try reader.strings("obligations"), reasons: try reader.strings("reasons"), scores: scores)
    }

    private static func quote(_ reader: RowReader, _ sites: [SiteFileFact]) throws(RowError) -> Quote {
        let offset = reader.value["offset"] == nil ? -1 : try reader.integer("offset")
        let bytes: [UInt8] =
            if reader.value["quote64"] != nil {
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
            let known = sites.compactMap(\.digest).first { "site:" + $0.hex.prefix(16) == name }
            guard let known else { throw reader.fault("quoteSpace", "\(name) is no site file of this row") }
            return .siteFile(known)
        }
    }

    private static func moments(_ reader: RowReader, _ text: String) throws(RowError) -> Set<Moment> {
        var moments: Set<Moment> = []
        for name in text.split(separator: " ") {
            guard let moment = Moment(rawValue: String(name)) else {
                throw reader.fault("moments", "\(name) is no moment")
            }
            moments.insert(moment)
        }
        return moments
    }
}
