internal import Canonical
internal import Provenance
internal import WebAddress

extension EvidenceRow {
    static let format = "evidence 1"
    private static let keys = KnownKeys(
        "access", "capture", "count", "decisions", "document", "grounds", "id", "keys", "kind", "licence", "registry",
        "signals", "sites", "states", "trouble", "url", "v")
    private static let captureKeys = KnownKeys(
        "body", "bytes", "encoding", "encodingBy", "fetched", "hops", "payload", "status", "type")
    private static let documentKeys = KnownKeys("bytes", "key", "language", "text")
    private static let matchKeys = KnownKeys(
        "declared", "domains", "hops", "identifiers", "shards", "sketch", "unwrapped")
    private static let licenceKeys = KnownKeys("attribution", "licences", "outcome", "reason")
    private static let objectionKeys = KnownKeys(
        "blocking", "capacity", "from", "key", "objection", "scope", "similarity", "state", "to", "uncertain")

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
        let rest = try UndecidedRow(row)
        var decisions: [Decision] = []
        for item in try row.list("decisions").reversed() {
            decisions.insert(try Self.decision(item, last: decisions.last), at: 0)
        }
        return rest.decided(decisions)
    }

    static func kind(_ row: RowReader) throws(RowError) -> Kind {
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
        guard kind != .capture || row.has("capture") else { throw row.fault("capture", "is missing") }
        return kind
    }

    /// - Parameter last: the time of the last decision; nil if there is none.
    static func considered(_ row: RowReader, last: Timestamp?) throws(RowError) -> Considered {
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
            siteFiles += try SiteFactLine(item, base: base(capture, last), origin: url.origin).facts
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

    /// What ``DocumentSource`` has of a row.
    static func sourced(_ row: RowReader) throws(RowError) -> Considered {
        let capture = try row.optional("capture").map { (reader) throws(RowError) in
            try self.capture(reader, id: row.string("id"), url: row.string("url"))
        }
        var considered = Considered(
            url: try row.parsed("url", canonical), capture: capture, licence: try licence(row))
        considered.document = try document(row.member("document"), derived: considered.derivedKey)
        return considered
    }

    private static func canonical(_ text: String) -> CanonicalURL? {
        do throws(WebURLError) { return try WebURL(text).canonical } catch { return nil }
    }

    private static func capture(_ reader: RowReader, id: String, url: String) throws(RowError) -> Capture {
        try reader.only(captureKeys)
        var hops: [Hop] = !reader.has("hops") ? [Hop(url: url, status: try reader.integer("status"))] : []
        for item in try reader.list("hops") { hops.append(try Hop(item)) }
        return Capture(
            id: id, hops: hops, status: try reader.integer("status"),
            fetched: try reader.parsed("fetched") { Timestamp(rfc3339: $0) },
            payloadDigest: !reader.has("payload") ? nil : try reader.parsed("payload") { Digest($0) },
            payloadBytes: try reader.integer("bytes"),
            bodyState: try reader.parsed("body", Capture.BodyState.init), contentType: try reader.string("type"),
            encoding: try reader.string("encoding"),
            encodingBy: !reader.has("encodingBy") ? "" : try reader.string("encodingBy"))
    }

    private static func document(_ reader: RowReader, derived: Digest?) throws(RowError) -> DocumentFacts {
        try reader.only(documentKeys)
        let own = !reader.has("key") ? nil : try reader.parsed("key") { Digest($0) }
        guard let key = own ?? derived else { throw reader.fault("key", "is missing, and there is no payload") }
        return DocumentFacts(
            key: key, textDigest: try reader.parsed("text") { Digest($0) },
            textBytes: try reader.integer("bytes"), language: try reader.string("language"))
    }

    private static func keys(
        _ reader: RowReader, _ own: CanonicalURL, _ capture: Capture?
    ) throws(RowError) -> MatchKeys {
        try reader.only(matchKeys)
        var hops = try urls(reader, "hops")
        if !reader.has("hops") {
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
            sketch: try reader.string("sketch", or: ""), identifiers: try reader.strings("identifiers"),
            shards: try reader.strings("shards"))
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
        try reader.only(licenceKeys)
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
        if try row.member("registry").isNull { return .notAsked }
        var matches: [ObjectionMatch] = []
        for item in try row.list("registry") {
            try item.only(objectionKeys)
            matches.append(
                ObjectionMatch(
                    objection: try item.string("objection"), scope: try item.string("scope"),
                    key: try item.string("key"),
                    state: try item.string("state"), isBlocking: try item.bool("blocking"),
                    isUncertain: try item.bool("uncertain"),
                    effectiveFrom: try item.parsed("from") { Timestamp(rfc3339: $0) },
                    effectiveTo: !item.has("to") ? nil : try item.parsed("to") { Timestamp(rfc3339: $0) },
                    capacity: try item.string("capacity", or: ""), similarity: try similarity(item)))
        }
        return .matches(matches)
    }

    private static func similarity(_ match: RowReader) throws(RowError) -> TextSimilarity? {
        guard let value = match.optional("similarity") else { return nil }
        let items = value.items ?? []
        let numbers = items.compactMap(\.number).filter { 0...1000 ~= $0 }
        guard numbers.count == 3, items.count == 3 else {
            throw value.fault("", "[places, containment, resemblance] is due")
        }
        return TextSimilarity(
            places: numbers[0], containment: numbers[1], resemblance: numbers[2])
    }
}

extension Hop {
    /// `[status, url]`, as rows have it.
    init(_ reader: RowReader) throws(RowError) {
        guard let pair = reader.items, pair.count == 2, let status = pair[0].number, let url = pair[1].text else {
            throw reader.fault("", "[status, url] is due")
        }
        self.init(url: url, status: status)
    }
}
