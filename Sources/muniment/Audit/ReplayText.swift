internal import Jobs

/// What changes between two ways of deciding, as a person reads it.
enum ReplayText {
    private static let hosts = 20

    static func of(_ table: ReplayTable) -> String {
        guard !table.changes.isEmpty else { return "nothing changes" }
        var lines: [String] = []
        for (name, change) in table.changes.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "\(name): \(change.documents) captures, \(change.bytes) bytes of text (about \(change.tokens) tokens), \(change.hosts.count) hosts"
            )
            for (reason, count) in change.reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                lines.append("  \(count)  \(reason)")
            }
            lines.append("  " + change.hosts.sorted().prefix(Self.hosts).joined(separator: " "))
        }
        return lines.joined(separator: "\n")
    }
}
