public import Canonical

extension ObjectionLife {
    /// How it stands, for programs : the members that `registry status --json` prints.
    ///
    /// - Parameter scopes: Nil where they are not to be told.
    public func json(_ scopes: [ObjectionScope]?) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("act", .string(terms.act.rawValue)), .init("blocking", .bool(isBlocking)),
            .init("effective_from", .string(terms.from.description)),
            .init("effective_to", .string(effectiveTo?.description ?? "")),
            .init("erased", .array(erased.map(\.rawValue).sorted().map { .string($0) })),
            .init("kinds", .array(terms.kinds.map { .string($0.rawValue) })),
            .init("objection", .string(id)), .init("reason", .string(reason)),
            .init("received_at", .string(receivedAt.description)), .init("since", .string(since.description)),
            .init("standing", .string(standing.rawValue)),
            .init("standing_due", .string(standingDue.rawValue)), .init("state", .string(state.rawValue)),
        ]
        if let pending {
            members.append(.init("pending", .string(pending.step.rawValue)))
            members.append(.init("pending_until", .string(pending.due.description)))
        }
        if let reach { members.append(.init("reach", .object(reach.members))) }
        if isUnderReview { members.append(.init("under_review", .bool(true))) }
        if let scopes { members.append(.init("scope", .array(scopes.map { .string($0.description) }))) }
        return .object(members)
    }
}
