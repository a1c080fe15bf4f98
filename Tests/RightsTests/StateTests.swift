import Provenance
import Rights
import Testing

@Suite("Unknown is not absent, and unreadable is never permission")
struct StateTests {
    private func reading(_ files: [SiteFile], headers: [(name: String, value: String)] = [], html: String = "") throws
        -> RightsReading
    {
        try PageFixture(html: "<p>\(prose)\(html)", headers: headers, files: files).reading()
    }

    struct File: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let kind: SiteFileKind
        let body: String
        let outcome: SiteFileOutcome
        let state: ProtocolState

        init(_ name: String, _ kind: SiteFileKind, _ body: String, _ outcome: SiteFileOutcome, _ state: ProtocolState) {
            (testDescription, self.kind, self.body, self.outcome, self.state) = (name, kind, body, outcome, state)
        }
    }

    static let files: [File] = [
        .init("robots there", .robots, "User-agent: *\nAllow: /", .found, .stated),
        .init("robots not there", .robots, "", .absent, .absent),
        .init("robots forbidden", .robots, "", .refused, .absent),
        .init("robots unreachable", .robots, "", .unreachable, .unreadable),
        .init("tdmrep reserves", .tdmrep, #"[{"location":"/","tdm-reservation":1}]"#, .found, .stated),
        .init("tdmrep for other paths", .tdmrep, #"[{"location":"/x/","tdm-reservation":1}]"#, .found, .absent),
        .init("tdmrep one object", .tdmrep, #"{"location":"/","tdm-reservation":1}"#, .found, .stated),
        .init("tdmrep text value 1", .tdmrep, #"[{"location":"/","tdm-reservation":"1"}]"#, .found, .stated),
        .init("tdmrep undefined value", .tdmrep, #"[{"location":"/","tdm-reservation":2}]"#, .found, .unreadable),
        .init("tdmrep broken", .tdmrep, #"[{"location":"/","tdm-reservation":1"#, .found, .unreadable),
        .init("tdmrep error page", .tdmrep, "<!doctype html><p>Not found", .found, .absent),
        .init("tdmrep not there", .tdmrep, "", .absent, .absent),
        .init("tdmrep empty", .tdmrep, "", .found, .unreadable),
        .init("tdmrep null", .tdmrep, " null ", .found, .unreadable),
        .init("tdmrep rule without a reservation", .tdmrep, #"[{"location":"/"}]"#, .found, .unreadable),
        .init("tdmrep other JSON", .tdmrep, #"{"error":404}"#, .found, .absent),
        .init("tdmrep forbidden", .tdmrep, "", .refused, .unreadable),
        .init("tdmrep unreachable", .tdmrep, "", .unreachable, .unreadable),
    ]

    @Test("Site files", arguments: files)
    func siteFile(_ one: File) throws {
        let reading = try reading([try PageFixture.file(one.kind, one.body, one.outcome)])
        let source: RightsProtocol = one.kind == .robots ? .robots : .tdmrepFile
        #expect(reading.statesAtUse[source] == one.state)
        #expect(reading.statesAtFetch[source] == one.state)
        let other: RightsProtocol = one.kind == .robots ? .tdmrepFile : .robots
        #expect(reading.statesAtUse[other] == .notChecked)
    }

    struct Header: Sendable, CustomTestStringConvertible {
        let name: String
        let value: String
        let source: RightsProtocol
        let state: ProtocolState
        let category: UseCategory?
        let signal: SignalValue?
        var testDescription: String { "\(name): \(value)" }

        init(
            _ name: String, _ value: String, _ source: RightsProtocol, _ state: ProtocolState,
            _ category: UseCategory? = nil, _ signal: SignalValue? = nil
        ) {
            (self.name, self.value, self.source, self.state) = (name, value, source, state)
            (self.category, self.signal) = (category, signal)
        }
    }

    static let headers: [Header] = [
        .init("tdm-reservation", "1", .tdmrepHeader, .stated, .tdm, .deny),
        .init("TDM-Reservation", "0", .tdmrepHeader, .stated, .tdm, .allow),
        .init("tdm-reservation", "yes", .tdmrepHeader, .unreadable, .tdm, .invalid),
        .init("X-Other", "1", .tdmrepHeader, .absent),
        .init("content-usage", "train-ai=n", .aiprefHeader, .stated, .train, .deny),
        .init("content-usage", "train-ai=y", .aiprefHeader, .stated, .train, .allow),
        .init("content-usage", "train-ai=no", .aiprefHeader, .unreadable, .train, .invalid),
        .init("content-usage", "train-ai = n", .aiprefHeader, .unreadable, .all, .invalid),
        .init("content-usage", "bots=n", .aiprefHeader, .unreadable, .train, .invalid),
        .init("x-robots-tag", "noai", .xRobotsTag, .stated, .train, .deny),
        .init("x-robots-tag", "noindex, noimageai", .xRobotsTag, .stated, .train, .deny),
        .init("x-robots-tag", "noarchive", .xRobotsTag, .stated, .train, .conditional),
        .init("x-robots-tag", "noml", .xRobotsTag, .unreadable, .train, .invalid),
        .init("x-robots-tag", "otherbot: noai", .xRobotsTag, .stated),
        .init("x-robots-tag", "unavailable_after: Wed, 03 Dec 2025 13:09:53 GMT", .xRobotsTag, .stated, .all, .deny),
        .init("x-robots-tag", "unavailable_after: 2030-01-01", .xRobotsTag, .stated, .all, .conditional),
        .init("x-robots-tag", "unavailable_after: some day", .xRobotsTag, .unreadable, .all, .invalid),
        .init("content-signal", "ai-train=no", .contentSignalHeader, .stated, .train, .deny),
        .init("content-signal", "ai-train=yes", .contentSignalHeader, .stated),
        .init("content-signal", "search=yes, use=reference", .contentSignalHeader, .stated, .train, .deny),
        .init("content-usage", "Train-AI = no", .aiprefHeader, .unreadable, .all, .invalid),
        .init("x-robots-tag", "noai noimageai", .xRobotsTag, .stated, .train, .deny),
        .init("x-robots-tag", "*: noai", .xRobotsTag, .stated, .train, .deny),
        .init("x-robots-tag", "GPTBot/1.0: noai", .xRobotsTag, .stated, .train, .deny),
        .init("x-robots-tag", "googlebot: noai", .xRobotsTag, .unreadable, .train, .invalid),
        .init("x-robots-tag", "DisallowAITraining", .xRobotsTag, .unreadable, .train, .invalid),
        .init("content-signal", "ai-train=false", .contentSignalHeader, .unreadable, .train, .invalid),
    ]

    @Test("Headers", arguments: headers)
    func header(_ one: Header) throws {
        let reading = try reading([], headers: [(one.name, one.value)])
        #expect(reading.statesAtUse[one.source] == one.state)
        let taken = reading.signals.filter { $0.source == one.source && $0.isTaken }
        if let category = one.category {
            #expect(taken.contains { $0.category == category && $0.value == one.signal })
        } else {
            #expect(taken.isEmpty)
        }
    }

    @Test("TDMRep: a later carrier overrides, absence and undefined values do not; both stay in the evidence")
    func precedence() throws {
        let file = try PageFixture.file(.tdmrep, #"[{"location":"/","tdm-reservation":1,"tdm-policy":"https://p/"}]"#)
        let html = "<head><meta name='tdm-reservation' content='0'></head><p>\(prose)"
        let meta = try PageFixture(html: html, files: [file]).reading()
        #expect(meta.signals.filter { $0.category == .tdm && $0.isTaken }.map(\.value) == [.allow])
        #expect(meta.signals.first { $0.source == .tdmrepFile }?.dropped == "overridden by meta")
        let undefined = try reading([file], headers: [("tdm-reservation", "2")])
        #expect(undefined.signals.contains { $0.source == .tdmrepFile && $0.isTaken && $0.value == .deny })
        let header = try reading([file], headers: [("tdm-reservation", "1")])
        #expect(header.signals.first { $0.source == .tdmrepHeader }?.conditions == ["https://p/"])
    }

    @Test("A rule of tdmrep.json is quoted where it stands")
    func quote() throws {
        let body = #"[ {"location":"/x","tdm-reservation":0}, {"location":"/","tdm-reservation":1} ]"#
        let reading = try reading([try PageFixture.file(.tdmrep, body)])
        let quote = try #require(reading.signals.first { $0.source == .tdmrepFile }).quote
        #expect(quote.text == #"{"location":"/","tdm-reservation":1}"#)
        #expect(Array(body.utf8)[quote.offset...].starts(with: quote.bytes))
    }

    @Test("Another trainer refused by name is evidence; the group for all is not")
    func trainers() throws {
        let named = try reading([try PageFixture.file(.robots, "User-agent: GPTBot\nDisallow: /\n")])
        #expect(named.statesAtUse[.robotsAIAgents] == .stated)
        #expect(named.signals.contains { $0.source == .robots && $0.value == .allow })
        let all = try reading([try PageFixture.file(.robots, "User-agent: *\nDisallow: /\n")])
        #expect(all.statesAtUse[.robotsAIAgents] == .absent)
    }

    @Test("A file unchanged from fetch to use is listed once, with both moments")
    func moments() throws {
        let old = SiteRules([try PageFixture.file(.robots, "User-agent: *\nAllow: /")])
        let new = SiteRules([try PageFixture.file(.robots, "User-agent: *\nDisallow: /")])
        let response = ResponseInput(
            url: try PageFixture().url, hops: [], status: 200, headers: [], fetched: PageFixture.now)
        let reader = RightsReader(agent: PageFixture.agent, tables: try ProjectTables.read())
        let same = reader.onHeaders(response, site: SiteEvidence(atFetch: old, atUse: old))
        #expect(same.signals.filter { $0.source == .robots }.map(\.moments) == [[.fetch, .use]])
        let other = reader.onHeaders(response, site: SiteEvidence(atFetch: old, atUse: new))
        #expect(other.signals.filter { $0.source == .robots }.map(\.moments) == [[.fetch], [.use]])
        #expect(other.signals.filter { $0.source == .robots }.map(\.value) == [.allow, .deny])
        #expect(other.statesAtUse[.metaRobots] == .notChecked)
        let never = reader.onHeaders(response, site: SiteEvidence(atFetch: old, atUse: nil))
        #expect(never.statesAtUse[.robots] == .notChecked)
    }

    @Test("A page that is missing is unreadable, plain text carries no page statements")
    func missing() throws {
        let html = try PageFixture().reading(isMissing: true)
        #expect(html.statesAtUse[.licencePage] == .unreadable)
        #expect(html.access == .unknown)
        let plain = try PageFixture(headers: [("content-type", "text/plain")]).reading(isMissing: true)
        #expect(plain.statesAtUse[.licencePage] == .absent)
        #expect(plain.access == .open)
    }

    @Test(
        "Plain text is read for words at both ends; a text with zero bytes is unreadable",
        arguments: [
            ("User notice: this text may not be used for AI training.\n\nOnce upon a time.\n", ProtocolState.stated),
            (String(repeating: "The rain fell.\n", count: 400) + "This text may not be used for AI training.", .stated),
            ("Once upon a time there was a text on the training of horses.\n", .absent),
            ("", .absent), ("a\u{0}b", .unreadable),
        ])
    func plainProse(_ text: String, _ state: ProtocolState) throws {
        let absent = try PageFixture.file(.robots, "", .absent)
        let reading = try PageFixture(html: text, headers: [("content-type", "text/plain")], files: [absent])
            .reading(isMissing: true)
        #expect(reading.statesAtUse[.naturalLanguage] == state)
    }

    @Test("What no code reads stays unchecked")
    func unread() throws {
        let reading = try PageFixture(html: prose).reading()
        for source in RightsProtocol.allCases where !Rights.readProtocols.contains(source) {
            #expect(reading.statesAtUse[source] == .notChecked)
        }
    }

    @Test("Meta elements: noai refuses, another agent's does not, a comment is none")
    func meta() throws {
        let refused = try reading([], html: "<meta name='ROBOTS' content='NoAI'>")
        #expect(refused.signals.contains { $0.source == .metaRobots && $0.category == .train && $0.value == .deny })
        let core = try reading([], html: "<meta name='CCBot' content='nofollow'>")
        #expect(
            core.signals.contains { $0.isTaken && $0.notes.contains("speaks-to-other-agents") && $0.value == .deny })
        let other = try reading([], html: "<meta name='otherbot' content='noai'>")
        #expect(other.signals.contains { $0.source == .metaRobots && $0.dropped == "names another crawler: otherbot" })
        #expect(other.statesAtUse[.metaRobots] == .stated)
        // A search engine has no such rule, so that more was meant than it.
        let search = try reading([], html: "<meta name='googlebot' content='noai'>")
        #expect(search.statesAtUse[.metaRobots] == .unreadable)
        #expect(try reading([], html: "<!-- <meta name=robots content=noai> -->").statesAtUse[.metaRobots] == .absent)
    }
}
