internal import Canonical
internal import Licensing
internal import Provenance

/// What a run came to, as a page and as JSON: the funnel, why not, what each setting of doubt and each pack costs, hosts,
/// what was known of each protocol.
struct SummaryReport {
    private static let hosts = 50
    /// Of them those that are drawn.
    private static let drawn = 10
    let facts: RunFacts
    let title: String

    var json: JSONValue {
        .object([
            .init("basis", Self.json(facts.bases)), .init("concentration", Self.json(facts.concentration)),
            .init("domains", .integer(Int64(facts.domains.count))),
            .init("doubt", Self.json(facts.doubts)), .init("event", .string("report")),
            .init(
                "funnel",
                .object(funnel.map { .init($0.name, .integer(Int64($0.count))) })),
            .init("hosts", Self.json(Dictionary(uniqueKeysWithValues: top.map { ($0.key, $0.value) }))),
            .init("languages", Self.json(facts.languages)), .init("obligations", Self.json(facts.obligations)),
            .init("pack_alone", Self.json(facts.losses)), .init("protocols", protocols),
            .init("reason", Self.json(facts.reasons)), .init("verdict", Self.json(facts.verdicts)),
        ])
    }

    private var funnel: [(name: String, count: Int)] {
        [
            ("considered", facts.considered), ("captured", facts.captured), ("body whole", facts.whole),
            ("with main text", facts.withText.documents), ("documents", facts.documents.documents),
        ]
    }

    private var top: [(key: String, value: RunFacts.Amount)] {
        facts.hosts.sorted { ($1.value.bytes, $0.key) < ($0.value.bytes, $1.key) }.prefix(Self.hosts).map { $0 }
    }

    private var protocols: JSONValue {
        .object(
            RightsProtocol.allCases.map { source in
                let states = facts.states[source] ?? [:]
                return .init(
                    source.rawValue,
                    .object(ProtocolState.allCases.map { .init("\($0)", .integer(Int64(states[$0] ?? 0))) }))
            })
    }

    static func json(_ amounts: [String: RunFacts.Amount]) -> JSONValue {
        .object(
            amounts.sorted { $0.key < $1.key }.map { name, amount in
                .init(
                    name.isEmpty ? "none" : name,
                    .object([
                        .init("captures", .integer(Int64(amount.documents))),
                        .init("text_bytes", .integer(Int64(amount.bytes))),
                        .init("tokens", .integer(Int64(amount.bytes / 4))),
                    ]))
            })
    }

    var page: ReportPage {
        var page = ReportPage(
            title,
            "What was found under the rules of this run. Tokens are a guess, a quarter of the bytes of text. Nothing here says what is lawful."
        )
        page.heading("From what was considered to what was written")
        page.bars(
            funnel.map { step in
                let share = facts.considered == 0 ? 0 : step.count * 1000 / facts.considered
                return (step.name, step.count, "\(share / 10).\(share % 10) % of what was considered")
            })
        bars(&page, "Decisions", facts.verdicts) { _ in "" }
        bars(&page, "Why not: first reason", facts.reasons) { ReasonText.explain($0) }
        bars(&page, "What each setting of doubt alone keeps out", facts.doubts) { _ in "" }
        bars(&page, "What each pack alone keeps out, all others admitting it", facts.losses) { _ in "" }
        bars(&page, "Basis of what was written", facts.bases) { _ in "" }
        bars(&page, "Obligations of what was written", facts.obligations) { _ in "" }
        bars(&page, "Languages of what was written", facts.languages) { _ in "" }
        page.heading("Hosts with most text written")
        page.bars(
            top.prefix(Self.drawn).map {
                ($0.key, $0.value.bytes, "bytes of text in \($0.value.documents) documents")
            })
        page.table(
            ["host", "documents", "bytes of text", "tokens"],
            top.map { [$0.key, "\($0.value.documents)", "\($0.value.bytes)", "\($0.value.bytes / 4)"] })
        page.heading("Domains with more than half a per cent of the text written (market factor MC12)")
        page.table(
            ["domain", "documents", "bytes of text", "share"],
            facts.concentration.sorted { ($1.value.bytes, $0.key) < ($0.value.bytes, $1.key) }.map { name, amount in
                let share = amount.bytes * 1000 / max(1, facts.documents.bytes)
                return [name, "\(amount.documents)", "\(amount.bytes)", "\(share / 10).\(share % 10) %"]
            })
        page.heading("What was known of each protocol, in captures")
        page.shares(
            RightsProtocol.allCases.map { source in
                (source.rawValue, ProtocolState.allCases.map { facts.states[source]?[$0] ?? 0 })
            }, kinds: ProtocolState.allCases.map { "\($0)" })
        page.table(
            ["protocol"] + ProtocolState.allCases.map { "\($0)" },
            RightsProtocol.allCases.map { source in
                [source.rawValue] + ProtocolState.allCases.map { "\(facts.states[source]?[$0] ?? 0)" }
            })
        return page
    }

    private func bars(
        _ page: inout ReportPage, _ title: String, _ amounts: [String: RunFacts.Amount], _ words: (String) -> String
    ) {
        page.heading(title)
        if amounts.isEmpty { return page.paragraph("None.") }
        page.bars(
            amounts.sorted { ($1.value.documents, $0.key) < ($0.value.documents, $1.key) }.map { name, amount in
                let text = words(name)
                return (
                    name.isEmpty ? "none" : name, amount.documents,
                    "\(amount.bytes / 4) tokens\(text.isEmpty ? "" : ". \(text)")"
                )
            })
    }
}
