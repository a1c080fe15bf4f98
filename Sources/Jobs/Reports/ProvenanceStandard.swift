internal import Canonical
internal import Licensing

/// The fields of the Data & Trust Alliance's data provenance standards.
///
/// Source: Data Provenance Standards 1.0.0, 22 fields, date read 2026-11-23.
struct ProvenanceStandard {
    let context: ReportContext

    var report: FieldReport {
        FieldReport(
            file: "data-provenance", title: "Data provenance: what this run can fill",
            lead: "Fields of the data provenance standards of the Data & Trust Alliance.",
            form: "Data Provenance Standards 1.0.0, read 2026-11-23", fields: source + provenance + use)
    }

    private func field(_ section: String, _ name: String, _ value: String) -> ReportField {
        ReportField(section: section, name: name, value: value)
    }

    private var source: [ReportField] {
        [
            field("source", "standards version", "1.0.0"), field("source", "dataset title", context.name),
            field("source", "unique metadata identifier", "sha256:\(context.manifest.hex)"),
            field("source", "metadata location", "manifest.json of the output"),
            field("source", "dataset issuer", context.publisher ?? ReportField.ofProvider),
            field(
                "source", "description",
                "\(context.facts.documents.documents) texts of web pages, each with its basis and the digest of its evidence"
            ),
        ]
    }

    private var provenance: [ReportField] {
        let facts = context.facts
        return [
            field(
                "provenance", "source metadata for dataset", "evidence/ of the output: one row for each page considered"
            ),
            field(
                "provenance", "source, if different from issuer",
                "\(facts.domains.count) domains; \(ReportContext.list(facts.domains))"),
            field(
                "provenance", "data origin geography",
                ReportField.missing("where a server stands says little of where a text is from")),
            field("provenance", "dataset issue date", context.at.description),
            field("provenance", "date of previously issued version", ReportField.missing("a run knows no other run")),
            field(
                "provenance", "range of dates of data generation",
                "fetched \(context.period ?? "never"); written: "
                    + ReportField.missing("pages seldom say, and it was not asked")),
            field("provenance", "method", "Web scraping/Crawling"),
            field(
                "provenance", "data format",
                "JSON Lines in zstd; pages as delivered: \(ReportContext.list(facts.types))"),
        ]
    }

    private var use: [ReportField] {
        let facts = context.facts
        let intended: String =
            switch context.profile.purpose {
            case .pretrain: "ai-pre-training"
            case .finetune: "ai-alignment"
            case .eval: "ai-evaluation"
            case .ragIndex, .search, .archive: "non-ai: \(context.profile.purpose.rawValue)"
            }
        return [
            field(
                "use", "confidentiality classification",
                ReportField.missing("no detector was run: unknown for each class")),
            field(
                "use", "consent documentation location", "evidence/ for licences found; else " + ReportField.ofProvider),
            field("use", "privacy enhancing technologies", ReportField.missing("none were applied by the run")),
            field("use", "processing geography", context.profile.placeOfCopying.joined(separator: ", ")),
            field("use", "storage geography", ReportField.ofProvider),
            field("use", "license to use", ReportContext.list(facts.bases)),
            field("use", "intended use", intended),
            field(
                "use", "proprietary data presence",
                "copyright: \(facts.documents.documents - context.rests(on: "open.pd")) documents may be protected; patents, trademarks: "
                    + ReportField.missing("nobody looked for them")),
        ]
    }
}
