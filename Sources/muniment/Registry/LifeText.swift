internal import Canonical
internal import Registry

/// An objection's life in words and as JSON.
enum LifeText {
    static func json(_ life: ObjectionLife, _ scopes: [ObjectionScope]?) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("act", .string(life.terms.act.rawValue)), .init("blocking", .bool(life.isBlocking)),
            .init("effective_from", .string(life.terms.from.description)),
            .init("effective_to", .string(life.effectiveTo?.description ?? "")),
            .init("erased", .array(life.erased.map(\.rawValue).sorted().map { .string($0) })),
            .init("kinds", .array(life.terms.kinds.map { .string($0.rawValue) })),
            .init("objection", .string(life.id)), .init("reason", .string(life.reason)),
            .init("received_at", .string(life.receivedAt.description)), .init("since", .string(life.since.description)),
            .init("standing", .string(life.standing.rawValue)),
            .init("standing_due", .string(life.standingDue.rawValue)), .init("state", .string(life.state.rawValue)),
        ]
        if let pending = life.pending {
            members.append(.init("pending", .string(pending.step.rawValue)))
            members.append(.init("pending_until", .string(pending.due.description)))
        }
        if let scopes { members.append(.init("scope", .array(scopes.map { .string($0.description) }))) }
        return .object(members)
    }

    static func text(_ life: ObjectionLife, _ scopes: [ObjectionScope]?) -> String {
        var lines = [
            "\(life.id)  \(life.state.rawValue) since \(life.since), \(life.isBlocking ? "refuses use" : "does not block")",
            "  \(life.terms.act.rawValue), received \(life.receivedAt), standing \(life.standing.rawValue)",
        ]
        if life.standing < life.standingDue, life.state.isBlocking {
            lines.append("  \(life.standingDue.rawValue) is due before it is verified")
        }
        if let pending = life.pending { lines.append("  \(pending.step.rawValue) takes effect \(pending.due)") }
        if let to = life.effectiveTo { lines.append("  in effect until \(to)") }
        if !life.reason.isEmpty { lines.append("  reason: \(life.reason)") }
        for scope in scopes ?? [] { lines.append("  covers \(scope)") }
        if !life.erased.isEmpty {
            lines.append("  erased: \(life.erased.map(\.rawValue).sorted().joined(separator: ", "))")
        }
        return lines.joined(separator: "\n")
    }
}
