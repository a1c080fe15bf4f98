internal import Canonical

/// A form filled as far as a run can fill it, as a page and as JSON.
struct FieldReport {
    /// Of its files, without an ending.
    let file: String
    let title: String
    let lead: String
    /// Which form it is, and as of when it was read.
    let form: String
    let fields: [ReportField]

    var json: JSONValue {
        .object([.init("fields", .array(fields.map(\.json))), .init("form", .string(form))])
    }

    var page: ReportPage {
        var page = ReportPage(title, "\(lead) \(form).")
        page.table(["section", "field", "value"], fields.map { [$0.section, $0.name, $0.value] })
        return page
    }
}
