/// The record of corpus sources that China's security requirements for training data ask for.
///
/// Source: GB/T 45654-2025 and TC260-003, as read 2026-11-23.
struct SourceRecord {
    let context: ReportContext

    var report: FieldReport {
        FieldReport(
            file: "china-source-record", title: "Record of corpus sources: what this run can fill",
            lead: "Records under China's basic security requirements. Whoever files it completes and answers for it.",
            form: "GB/T 45654-2025, TC260-003, read 2026-11-23", fields: assessment + sources + rights)
    }

    private var assessment: [ReportField] {
        let why = ReportField.missing("no classifier of illegal or undesirable information was run")
        return [
            ReportField(
                section: "before collection", name: "assessment of each source, share of illegal information",
                value: why),
            ReportField(section: "after collection", name: "verification of what was collected", value: why),
            ReportField(section: "evaluation", name: "samples, by hand and by tool", value: why),
        ]
    }

    private var sources: [ReportField] {
        let facts = context.facts
        return [
            ReportField(
                section: "open-source corpora", name: "licences kept as evidence (documents)",
                value: "\(context.rests(on: "open."))"),
            ReportField(
                section: "self-collected", name: "time",
                value: context.period ?? ReportField.missing("nothing was written")),
            ReportField(
                section: "self-collected", name: "method",
                value: context.isCrawl
                    ? "crawl as \(context.agent)" : "archives made by others; their names stand in the manifest"),
            ReportField(
                section: "self-collected", name: "sources",
                value: "\(facts.hosts.count) hosts; \(ReportContext.list(facts.domains))"),
            ReportField(
                section: "self-collected", name: "left out because others forbade it (captures)",
                value:
                    "\(facts.considered - facts.documents.documents) of \(facts.considered) were not used: \(ReportContext.list(facts.reasons))"
            ),
            ReportField(
                section: "commercial corpora", name: "documents under contract", value: "\(context.rests(on: "lic."))"),
            ReportField(
                section: "commercial corpora", name: "commitments of suppliers, review", value: ReportField.ofProvider),
            ReportField(section: "user input", name: "authorisations", value: ReportField.ofProvider),
            ReportField(
                section: "blocked information", name: "sources blocked in China",
                value: ReportField.missing("no list of them was given")),
            ReportField(
                section: "diversity", name: "languages, as pages declare them (documents)",
                value: ReportContext.list(facts.languages)),
        ]
    }

    private var rights: [ReportField] {
        let facts = context.facts
        return [
            ReportField(section: "intellectual property", name: "person responsible", value: ReportField.ofProvider),
            ReportField(
                section: "intellectual property", name: "risks found before use",
                value: "every document has its basis and evidence; \(facts.objected) captures are covered by objections"
            ),
            ReportField(
                section: "intellectual property", name: "channel for complaints",
                value: context.registry.map { "the registry; its snapshot in this run is \($0)" }
                    ?? ReportField.missing("the run was made without a registry")),
            ReportField(
                section: "personal information", name: "consent or other ground", value: ReportField.ofProvider),
        ]
    }
}
