internal import Canonical
internal import Provenance
internal import WebAddress

extension EvidenceRow {
    private static let format = "evidence 1"
    private static let keys: Set<String> = [
        "access", "capture", "count", "decisions", "document", "grounds", "id", "keys", "kind", "licence", "registry",
        "signals",
        "sites", "states", "trouble", "url", "v",
    ]

    /// Reads a line of `evidence/`.
    ///
    /// Gates and bases that the row leaves out were clear and not raised. Titles are not evidence and not in it.
    ///
    /// - Throws: ``RowError`` naming the key.
    public init(line: [UInt8]) throws(RowError) {
        do { self = try Self.read(RowReader(line: line, format: Self.format, tellsPath: false)) } catch {
            // Read once more, to tell where the fault lies.
            self = try Self.read(RowReader(line: line, format: Self.format))
        }
    }

    private static func read(_ row: RowReader) throws(RowError) -> EvidenceRow {
        guard try row.integer("v") == Self.version else {
            throw row.fault("v", "this program reads version \(Self.version)")
        }
        try row.only(Self.keys)
        let kind: Kind =
            switch try row.string("kind", or: "capture") {
            case "capture": .capture
            case "refusedBeforeFetch": .refusedBeforeFetch
            case "hostRefused": .hostRefused(count: try row.integer("count"))
            case let other: throw row.fault("kind", "\(other) is no kind of row")
            }
        var decisions: [Decision] = []
        _ = try row.member("decisions")
        for item in try row.list("decisions").reversed() {
            decisions.insert(try Self.decision(item, last: decisions.last), at: 0)
        }
        guard kind != .capture || row.optional("capture") != nil else { throw row.fault("capture", "is missing") }
        let considered = try Self.considered(row, decisions)
        return EvidenceRow(
            id: try row.string("id"), kind: kind, considered: considered, decisions: decisions,
            trouble: try row.string("trouble", or: ""))
    }

    private static func considered(_ row: RowReader, _ decisions: [Decision]) throws(RowError) -> Considered {
        let letters = try row.member("states").strings()
        guard (1...2).contains(letters.count), let first = letters.first, let atFetch = ProtocolStates(first),
            let atUse = ProtocolStates(letters.count > 1 ? letters[1] : first)
        else { throw row.fault("states", "not the letters of \(RightsProtocol.setID)") }
        let capture = try row.optional("capture").map { (reader) throws(RowError) in
            try self.capture(reader, id: row.string("id"), url: row.string("url"))
        }
        var signals: [Signal] = []
        var siteFiles: [SiteFileFact] = []
        let url = try row.parsed("url", canonical)
        for item in try row.list("sites") {
            siteFiles += try SiteFactLine(item, base: base(capture, decisions), origin: url.origin).facts
        }
        for item in try row.list("signals") { signals.append(try signal(item, siteFiles)) }
        var considered = Considered(
            url: url, capture: capture, statesAtFetch: atFetch, statesAtUse: atUse,
            signals: signals, licence: try licence(row), access: try row.parsed("access", AccessFinding.init),
            siteFiles: siteFiles, matchKeys: try keys(row.member("keys"), url, capture), registry: try registry(row))
        considered.matchKeys.payload = capture?.payloadDigest
        considered.grounds = try grounds(row)
        if let document = row.optional("document") {
            considered.document = try self.document(document, derived: considered.derivedKey)
            considered.matchKeys.text = considered.document?.textDigest
        }
        return considered
    }

    private static func canonical(_ text: String) -> CanonicalURL? {
        do throws(WebURLError) { return try WebURL(text).canonical } catch { return nil }
    }

    private static func capture(_ reader: RowReader, id: String, url: String) throws(RowError) -> Capture {
        try reader.only(["body", "bytes", "encoding", "fetched", "hops", "payload", "status", "type"])
        var hops: [Hop] = reader.optional("hops") == nil ? [Hop(url: url, status: try reader.integer("status"))] : []
        for item in try reader.list("hops") {
            guard let pair = item.value.array, pair.count == 2, let status = pair[0].integer, let url = pair[1].string
            else { throw item.fault("", "[status, url] is due") }
            hops.append(Hop(url: url, status: Int(status)))
        }
        return Capture(
            id: id, hops: hops, status: try reader.integer("status"),
            fetched: try reader.parsed("fetched") { Timestamp(rfc3339: $0) },
            payloadDigest: reader.value["payload"] == nil ? nil : try reader.parsed("payload") { Digest($0) },
            payloadBytes: try reader.integer("bytes"),
            bodyState: try reader.parsed("body", Capture.BodyState.init), contentType: try reader.string("type"),
            encoding: try reader.string("encoding"))
    }

    private static func document(_ reader: RowReader, derived: Digest?) throws(RowError) -> DocumentFacts {
        try reader.only(["bytes", "key", "language", "text"])
        let own = reader.value["key"] == nil ? nil : try reader.parsed("key") { Digest($0) }
        guard let key = own ?? derived else { throw reader.fault("key", "is missing, and there is no payload") }
        return DocumentFacts(
            key: key, textDigest: try reader.parsed("text") { Digest($0) },
            textBytes: try reader.integer("bytes"), language: try reader.string("language"))
    }

    private static func keys(
        _ reader: RowReader, _ own: CanonicalURL, _ capture: Capture?
    ) throws(RowError) -> MatchKeys {
        try reader.only(["declared", "domains", "hops", "identifiers", "sketch", "unwrapped"])
        var hops = try urls(reader, "hops")
        if reader.optional("hops") == nil {
            for text in capture?.hops.map(\.url) ?? [own.text] {
                guard let url = text == own.text ? own : canonical(text) else {
                    throw reader.fault("hops", "\(text) is no canonical URL")
                }
                hops.append(url)
            }
        }
        return MatchKeys(
            hops: hops, declared: try urls(reader, "declared"),
            unwrapped: try urls(reader, "unwrapped"), registrableDomains: try reader.strings("domains"),
            sketch: try reader.string("sketch", or: ""), identifiers: try reader.strings("identifiers"))
    }

    private static func urls(_ reader: RowReader, _ key: String) throws(RowError) -> [CanonicalURL] {
        var urls: [CanonicalURL] = []
        for text in try reader.strings(key) {
            guard let url = canonical(text) else { throw reader.fault(key, "\(text) is no canonical URL") }
            urls.append(url)
        }
        return urls
    }

    private static func licence(_ row: RowReader) throws(RowError) -> LicenceFinding {
        guard let reader = row.optional("licence") else { return .none }
        try reader.only(["attribution", "licences", "outcome", "reason"])
        var licences: [LicenceReference] = []
        for item in try reader.list("licences") {
            let parts = try item.strings()
            guard parts.count == 4 else { throw item.fault("", "[id, url, version, jurisdiction] is due") }
            licences.append(.init(id: parts[0], url: parts[1], version: parts[2], jurisdiction: parts[3]))
        }
        return LicenceFinding(
            outcome: try reader.parsed("outcome", LicenceFinding.Outcome.init), licences: licences,
            attribution: try reader.string("attribution", or: ""), reason: try reader.string("reason"))
    }

    private static func registry(_ row: RowReader) throws(RowError) -> RegistryAnswer {
        if try row.member("registry").value == .null { return .notAsked }
        var matches: [ObjectionMatch] = []
        for item in try row.list("registry") {
            try item.only([
                "blocking", "capacity", "from", "key", "objection", "scope", "similarity", "state", "to", "uncertain",
            ])
            matches.append(
                ObjectionMatch(
                    objection: try item.string("objection"), scope: try item.string("scope"),
                    key: try item.string("key"),
                    state: try item.string("state"), isBlocking: try item.bool("blocking"),
                    isUncertain: try item.bool("uncertain"),
                    effectiveFrom: try item.parsed("from") { Timestamp(rfc3339: $0) },
                    effectiveTo: item.value["to"] == nil ? nil : try item.parsed("to") { Timestamp(rfc3339: $0) },
                    capacity: try item.string("capacity", or: ""), similarity: try similarity(item)))
        }
        return .matches(matches)
    }

    private static func similarity(_ match: RowReader) throws(RowError) -> TextSimilarity? {
        guard let value = match.optional("similarity") else { return nil }
        let numbers = (value.value.array ?? []).compactMap(\.integer).filter { 0...1000 ~= $0 }
        guard numbers.count == 3, value.value.array?.count == 3 else {
            throw value.fault("", "[places, containment, resemblance] is due")
        }
        return TextSimilarity(
            places: Int(numbers[0]), containment: Int(numbers[1]), resemblance: Int(numbers[2]))
    }
}
