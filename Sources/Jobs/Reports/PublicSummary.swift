internal import Canonical
internal import Licensing
internal import Provenance

/// The parts of the EU template for the public summary of training content that a run can fill.
///
/// Source: Commission C(2025) 5235, formally adopted C(2025) 8311, sections 1.3, 2.1 to 2.3, 3.1 and 3.2, date read
/// 2026-11-23. What a run cannot know says `NOT PROVIDED` and why; nothing is guessed in its place.
struct PublicSummary {
    let facts: RunFacts
    let profile: UseProfile
    /// The crawler's product token.
    let agent: String
    /// Whether a crawl made the output; an archive of others belongs in section 2.1 of the template.
    let isCrawl: Bool
    let packs: [String]

    var domains: [(name: String, amount: RunFacts.Amount)] { facts.relevantDomains(isSmall: profile.sme) }

    var fields: [ReportField] { heads + content + sources + measures }

    private var heads: [ReportField] {
        let why = ReportField.ofProvider
        return [
            ReportField(section: "1.1", name: "provider, contact, authorised representative", value: why),
            ReportField(section: "1.2", name: "models, dependency, date placed on the market", value: why),
        ]
    }

    private var content: [ReportField] {
        let tokens = facts.documents.bytes / 4
        let band =
            tokens < 1_000_000_000
            ? "less than 1 billion tokens"
            : tokens <= 10_000_000_000_000
                ? "1 billion to 10 trillion tokens" : "more than 10 trillion tokens"
        let languages = facts.languages.sorted { ($1.value.bytes, $0.key) < ($0.value.bytes, $1.key) }.prefix(20)
            .map { "\($0.key) (\($0.value.documents))" }.joined(separator: ", ")
        return [
            ReportField(section: "1.3", name: "modalities", value: facts.documents.documents > 0 ? "text" : "none"),
            ReportField(
                section: "1.3", name: "size of text",
                value: "\(band) (about \(tokens), a quarter of \(facts.documents.bytes) bytes; no tokeniser was run)"),
            ReportField(
                section: "1.3", name: "types of content", value: ReportField.missing("no classifier of content was run")
            ),
            ReportField(
                section: "1.3", name: "latest date of acquisition",
                value: facts.lastFetched.map { Self.month($0) } ?? ReportField.missing("nothing was written")),
            ReportField(section: "1.3", name: "languages, as pages declare them (documents)", value: languages),
        ]
    }

    private var sources: [ReportField] {
        let licensed = facts.bases.keys.contains { $0.contains("=lic.") }
        let period = facts.firstFetched.flatMap { first in
            facts.lastFetched.map { "\(Self.month(first)) to \(Self.month($0))" }
        }
        return [
            ReportField(
                section: "2.1", name: "public datasets",
                value: isCrawl ? "none in this run" : "the archives this run read; their names stand in its manifest"),
            ReportField(
                section: "2.2.1", name: "commercially licensed from rightsholders or representatives",
                value: licensed ? "yes: text" : "no"),
            ReportField(
                section: "2.2.2", name: "other private datasets of third parties",
                value: ReportField.missing("a run does not know whose archives it was given")),
            ReportField(
                section: "2.3", name: "own or ordered crawlers used", value: isCrawl ? "yes" : "not by this run"),
            ReportField(
                section: "2.3", name: "crawler", value: isCrawl ? agent : ReportField.missing("this run did not crawl")),
            ReportField(
                section: "2.3", name: "behaviour",
                value: isCrawl
                    ? "robots.txt (RFC 9309) is obeyed; no paywall, login or CAPTCHA is passed; see 3.1"
                    : ReportField.missing("this run did not crawl")),
            ReportField(
                section: "2.3", name: "period of collection",
                value: period ?? ReportField.missing("nothing was written")),
            ReportField(
                section: "2.3", name: "most relevant domain names",
                value:
                    "\(domains.count) of \(facts.domains.count) by bytes of text used, \(profile.sme ? "the rule for small undertakings" : "a tenth"): see domains.txt"
            ),
        ]
    }

    private var measures: [ReportField] {
        let honoured = RightsProtocol.allCases.filter { source in
            let states = facts.states[source] ?? [:]
            return (states[.stated] ?? 0) + (states[.absent] ?? 0) + (states[.unreadable] ?? 0) > 0
        }
        let illegal = facts.reasons.filter { $0.key.hasPrefix("gate.HG2") }.values.reduce(0) { $0 + $1.documents }
        return [
            ReportField(
                section: "3.1", name: "signatory of the code of practice",
                value: ReportField.missing("the provider's own; no run knows it")),
            ReportField(
                section: "3.1", name: "reservations looked for, before and during collection",
                value: honoured.map(\.rawValue).joined(separator: ", ")),
            ReportField(section: "3.1", name: "rules", value: packs.joined(separator: ", ")),
            ReportField(
                section: "3.2", name: "illegal content",
                value:
                    "\(illegal) captures kept out by lists of infringing sites; no list of hashes and no classifier was run"
            ),
        ]
    }

    private static func month(_ time: Timestamp) -> String {
        let text = time.description
        return "\(text.dropFirst(5).prefix(2))/\(text.prefix(4))"
    }

    var json: JSONValue {
        .object([
            .init(
                "domains",
                .array(
                    domains.map {
                        .object([
                            .init("domain", .string($0.name)), .init("text_bytes", .integer(Int64($0.amount.bytes))),
                        ])
                    })),
            .init("fields", .array(fields.map(\.json))),
            .init("template", .string("C(2025) 5235")),
        ])
    }

    var page: ReportPage {
        var page = ReportPage(
            "Public summary of training content: what this run can fill",
            "Sections of the template C(2025) 5235 under Article 53(1)(d) of Regulation (EU) 2024/1689. The provider of the model completes and answers for it."
        )
        page.table(["section", "field", "value"], fields.map { [$0.section, $0.name, $0.value] })
        page.heading("Most relevant domain names")
        page.bars(domains.prefix(20).map { ($0.name, $0.amount.bytes, "bytes of text") })
        page.table(["domain", "bytes of text"], domains.map { [$0.name, "\($0.amount.bytes)"] })
        return page
    }
}
