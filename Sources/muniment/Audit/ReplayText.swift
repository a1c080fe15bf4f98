internal import Jobs

/// What changes between two ways of deciding, as a person reads it.
enum ReplayText {
    private static let hosts = 20

    static func of(_ table: ReplayTable) -> String {
        guard !table.changes.isEmpty else { return "nothing changes" }
        var lines: [String] = []
        for (name, change) in table.changes.sorted(by: { $0.key < $1.key }) {
            lines.append("\(name): \(words(change.total))")
            for (reason, count) in change.reasons.sorted(by: {
                ($1.value.captures, $0.key) < ($0.value.captures, $1.key)
            }) {
                lines.append("  \(reason): \(words(count))")
            }
            lines.append("  " + change.total.hosts.sorted().prefix(Self.hosts).joined(separator: " "))
        }
        return lines.joined(separator: "\n")
    }

    private static func words(_ count: ReplayCount) -> String {
        "\(count.documents) documents of \(count.captures) captures, \(count.textBytes) bytes of text "
            + "(about \(count.tokensEstimated) tokens, estimated), \(count.hosts.count) hosts"
    }
}
