internal import Registry

/// An objection's life in words.
enum LifeText {
    static func text(_ life: ObjectionLife, _ scopes: [ObjectionScope]?) -> String {
        var lines = [
            "\(life.id)  \(life.state.rawValue) since \(life.since), \(life.isBlocking ? "refuses use" : "does not block")",
            "  \(life.terms.act.rawValue), received \(life.receivedAt), standing \(life.standing.rawValue)",
        ]
        if life.standing < life.standingDue, life.state.isBlocking {
            lines.append("  \(life.standingDue.rawValue) is due before it is verified")
        }
        if let pending = life.pending { lines.append("  \(pending.step.rawValue) takes effect \(pending.due)") }
        if let reach = life.reach {
            lines.append(
                "  reaches \(reach.documents) documents on \(reach.domains) domains; \(reach.licensed) copies of others are openly licensed, \(reach.earlier) proven earlier"
            )
        }
        if life.isUnderReview {
            lines.append("  under review: what its texts cover is held until `registry decide \(life.id) confirm`")
        }
        if let to = life.effectiveTo { lines.append("  in effect until \(to)") }
        if !life.reason.isEmpty { lines.append("  reason: \(life.reason)") }
        for scope in scopes ?? [] { lines.append("  covers \(scope)") }
        if !life.erased.isEmpty {
            lines.append("  erased: \(life.erased.map(\.rawValue).sorted().joined(separator: ", "))")
        }
        return lines.joined(separator: "\n")
    }
}
