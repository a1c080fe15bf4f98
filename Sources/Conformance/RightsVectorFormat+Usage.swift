internal import Canonical
internal import Markup
internal import Provenance
internal import Provenance
internal import Rights

extension RightsVectorFormat {
    static let usageReadings: [String: Reading] = [
        "aipref.header": usageHeader, "aipref.robots": usageInRobots, "aipref.combine": combinedUsage,
        "content-signal": contentSignal, "tdmrep.file": tdmFile, "tdmrep.resolve": tdmCarriers,
        "tdmrep.scope": tdmScope, "x-robots-tag": robotsTag, "meta.robots": metaRobots,
    ]

    @Sendable private static func usageHeader(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let usage = AIPref.parse(lines: try headers(input).all("content-usage"))
        return .fields(["preferences": preferences([usage]), "parsed": .bool(usage.isParsed)])
    }

    @Sendable private static func usageInRobots(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let (file, agent, path) = try robots(input)
        let usage = file.contentUsageByAIPref(agent: agent, pathAndQuery: path).map { AIPref.parse($0.value) }
        let isAllowed = file.isAllowedByAIPref(agent: agent, pathAndQuery: path)
        // A path that may not be crawled carries no preference (draft-ietf-aipref-attach-05, section 3).
        let stated = isAllowed ? preferences(usage) : .null
        return .fields(["crawl": .string(RobotsFormat.word(isAllowed)), "preferences": stated])
    }

    @Sendable private static func combinedUsage(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        var statements = (input["statements"]?.array ?? []).compactMap(\.string).map(AIPref.parse)
        if input["robots"] != nil {
            let (file, agent, path) = try robots(input)
            statements += file.contentUsageByAIPref(agent: agent, pathAndQuery: path).map { AIPref.parse($0.value) }
        }
        if input["headers"] != nil { statements.append(.parse(lines: try headers(input).all("content-usage"))) }
        return preferences(statements)
    }

    private static func preferences(_ statements: [AIPref]) -> JSONValue {
        .object(
            AIPref.Category.allCases.map { category in
                .init(category.rawValue, .string(AIPref.combined(statements, category).rawValue))
            })
    }

    /// A key that is not stated is compared as well: the rows list every value there is.
    @Sendable private static func contentSignal(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        var signals: [ContentSignal] = []
        if input["robots"] != nil {
            let (file, agent, path) = try robots(input)
            let verdict = file.verdict(agent: agent, pathAndQuery: path)
            signals += verdict.contentSignals.map { ContentSignal.parse($0.value) }
        }
        if input["headers"] != nil { signals += try headers(input).all("content-signal").map(ContentSignal.parse) }
        let values = ContentSignal.combined(signals)
        return .fields([
            "signals": .object(
                ContentSignal.Key.allCases.compactMap { key in
                    values[key].map { .init(key.rawValue, .string($0)) }
                })
        ])
    }

    @Sendable private static func tdmFile(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let file = try TDMRepFormat.reservation(file: try input.bytes("tdmrep_json"), path: try input.text("path"))
        return TDMRepFormat.fields(TDMRep.resolve(file: file), unset: .string("unset"))
    }

    @Sendable private static func tdmCarriers(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let path = input["path"]?.string ?? "/"
        let file =
            input["file"] == nil
            ? TDMReservation.unset : try TDMRepFormat.reservation(file: try input.bytes("file"), path: path)
        let fields = try headers(input)
        let header = TDMReservation(reservations: fields.all("tdm-reservation"), policies: fields.all("tdm-policy"))
        let meta = input["html"] == nil ? TDMReservation.unset : TDMRep.meta(in: try reading(try input.bytes("html")))
        let outcome = TDMRep.resolve(file: file, header: header, meta: meta, embedded: try embeddedReservation(input))
        return TDMRepFormat.fields(outcome, unset: .string("unset"))
    }

    /// What the package of an EPUB says, in either version of its form, or an XMP packet.
    private static func embeddedReservation(_ input: VectorRow) throws(VectorFault) -> TDMReservation {
        if input["xmp"] != nil { return XMPReservation.statement(XMP(try input.bytes("xmp"))) }
        guard let key = ["epub3_opf", "epub2_opf", "opf"].first(where: { input[$0] != nil }) else { return .unset }
        let xml = XMLReader.read(try input.bytes(key))
        return XMLRights.read(
            xml, url: try page("https://example.com/book.opf"), at: Timestamp(seconds: 0), tables: try Tables.shared()
        ).reservation
    }

    /// A page's own statement speaks of the document alone.
    @Sendable private static func tdmScope(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let found = try rights(input).signals.filter { [.tdmrepMeta, .tdmrepHeader].contains($0.source) }
        let subject = input["subject"]?.string ?? ""
        let isPage = ["", "page", "document", "html", input["url"]?.string].contains(subject)
        let covers = found.contains { $0.scope != .document || isPage || $0.subject == subject }
        return .fields(["covers": .bool(covers)])
    }

    @Sendable private static func robotsTag(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let agent = input["agent"]?.string.flatMap { ProductToken(prefixOf: $0) }
        let rules = XRobotsTag.rules(try headers(input).all("x-robots-tag"), agent: agent)
        return .object([.init("rules", .texts(rules))] + flags(rules))
    }

    @Sendable private static func metaRobots(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let agent = input["agent"]?.string.flatMap { ProductToken(prefixOf: $0) }
        let directives = MetaRobots.directives(
            in: try reading(try input.bytes("html")), agent: agent, agents: try Tables.shared().agents)
        let bound = directives.filter { rule in agent.map { rule.binds($0) } ?? (rule.agent == nil) }
        let rules = bound.map(\.name).sorted()
        return .object(
            [.init("rules", .texts(rules)), .init("agentScoped", .text(orNull: directives.compactMap(\.agent).first))]
                + flags(rules))
    }

    private static func flags(_ rules: [String]) -> [JSONValue.Member] {
        let names = [
            "noai", "noimageai", "noarchive", "nocache", "noindex", "nofollow", "nosnippet", "noimageindex", "none",
        ]
        return names.map { .init($0, .bool(rules.contains($0))) }
    }

    static func headers(_ input: VectorRow) throws(VectorFault) -> HeaderList {
        guard let headers = input["headers"] else { return HeaderList([]) }
        return HeaderList(try headers.headerFields())
    }

    private static func robots(_ input: VectorRow) throws(VectorFault) -> (RobotsFile, ProductToken, String) {
        let name = input["agent"]?.string ?? "ExampleBot"
        guard let agent = ProductToken(prefixOf: name) else {
            throw VectorFault("agent `\(name)` has no product token")
        }
        let path = try RobotsFormat.path(of: input["url"]?.string ?? "/")
        return (RobotsFile.parse(try input.bytes("robots")), agent, path)
    }

    static func reading(_ html: [UInt8]) throws(VectorFault) -> PageReading {
        do throws(MarkupError) {
            return try HTMLParser().read(try PageText(payload: html))
        } catch {
            throw VectorFault("\(error)")
        }
    }
}
