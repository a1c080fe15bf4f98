internal import Provenance

/// What a run shows of the measures in the copyright chapter of the code of practice for general-purpose AI models.
///
/// Source: Code of Practice, copyright chapter, measures 1.1 to 1.5, date read 2026-11-23.
struct CopyrightMeasures {
    let context: ReportContext

    var report: FieldReport {
        FieldReport(
            file: "gpai-copyright", title: "Copyright measures: what this run shows",
            lead:
                "Measures of the code of practice for general-purpose AI models. The signatory completes and answers for it.",
            form: "Code of Practice for General-Purpose AI Models, copyright chapter, read 2026-11-23",
            fields: policy + access + reservations + outputs)
    }

    private var policy: [ReportField] {
        [
            ReportField(section: "1.1", name: "policy, persons responsible", value: ReportField.ofProvider),
            ReportField(
                section: "1.1", name: "rules this run was decided under", value: context.packs.joined(separator: ", ")),
        ]
    }

    private var access: [ReportField] {
        let lists = context.refused(by: "gate.HG2")
        return [
            ReportField(
                section: "1.2(a)", name: "kept out by paywall, login or other technical measure (captures)",
                value: "\(context.refused(by: "gate.HG1"))"),
            ReportField(
                section: "1.2(b)", name: "kept out by lists of infringing sites (captures)", value: "\(lists)"),
        ]
    }

    private var reservations: [ReportField] {
        let facts = context.facts
        let robots = facts.states[.robots] ?? [:]
        let others = context.protocols.filter { $0 != .robots }.map { source in
            let states = facts.states[source] ?? [:]
            return
                "\(source.rawValue): stated \(states[.stated] ?? 0), absent \(states[.absent] ?? 0), unreadable \(states[.unreadable] ?? 0)"
        }
        return [
            ReportField(
                section: "1.3(1)(a)", name: "robots.txt (RFC 9309), captures by state",
                value: ProtocolState.allCases.map { "\($0) \(robots[$0] ?? 0)" }.joined(separator: ", ")),
            ReportField(
                section: "1.3(1)(b)", name: "other machine-readable protocols, captures by state",
                value: others.joined(separator: "; ")),
            ReportField(
                section: "1.3", name: "first reasons of what was not used (captures)",
                value: ReportContext.list(facts.reasons)),
            ReportField(section: "1.3(2)-(3)", name: "development of protocols", value: ReportField.ofProvider),
            ReportField(
                section: "1.3(4)", name: "crawler",
                value: context.isCrawl ? context.agent : ReportField.missing("this run did not crawl")),
            ReportField(
                section: "1.3(4)", name: "notices and their feed",
                value: ReportField.missing("they stand with the registry, not in a run")),
            ReportField(section: "1.3(5)", name: "effect on indexing by search engines", value: ReportField.ofProvider),
        ]
    }

    private var outputs: [ReportField] {
        let facts = context.facts
        return [
            ReportField(
                section: "1.4", name: "documents that oblige to guard outputs",
                value: "\(facts.obligations["OB.GUARD"]?.documents ?? 0)"),
            ReportField(section: "1.4", name: "safeguards, terms of use", value: ReportField.ofProvider),
            ReportField(
                section: "1.5", name: "objections that were heard (captures they cover)", value: "\(facts.objected)"),
            ReportField(
                section: "1.5", name: "documents recalled after an objection", value: "\(facts.recalled.documents)"),
            ReportField(
                section: "1.5", name: "times of response",
                value: ReportField.missing("they stand with the registry, not in a run")),
        ]
    }
}
