internal import Jobs

/// An audit as a person reads it.
enum AuditText {
    static func of(_ report: AuditReport) -> String {
        var table = Table(rightAligned: [0])
        for (name, count) in report.counts.sorted(by: { $0.key < $1.key }) { table.add(["\(count)", name]) }
        var lines = report.counts.isEmpty ? [] : ["Read", table.text]
        for note in report.notes { lines.append("Note: \(note)") }
        lines.append("Verdict: \(report.verdict)")
        return lines.joined(separator: "\n")
    }
}
