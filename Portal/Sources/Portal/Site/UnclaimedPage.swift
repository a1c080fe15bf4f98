internal import Canonical
internal import Hummingbird
internal import Settlement

/// "Is money waiting for me?"
struct UnclaimedPage {
    let visit: Visit

    func show() async throws -> Response {
        let text = try UnclaimedShelf.query(try visit.query()["q"])
        let (shown, count) = visit.portal.unclaimed.answer(text)
        let views = visit.views
        var values: [String: Any] = [
            "title": views.say("unclaimed.title"), "q": text, "count": views.say("unclaimed.count", "\(count)"),
            "uses": shown.map(self.use), "hasUses": !shown.isEmpty, "api": "/api/v1/unclaimed?q=\(text.formEncoded)",
        ]
        if count > shown.count { values["more"] = views.say("unclaimed.more", "\(count - shown.count)") }
        return visit.show("unclaimed", values, path: "/unclaimed")
    }

    private func use(_ found: UnclaimedShelf.Found) -> [String: Any] {
        [
            "work": found.use.work, "why": found.use.why, "amount": found.pool.currency.text(found.use.amount),
            "society": found.pool.society, "pool": found.pool.pool, "claims": found.pool.claimsTo,
            "until": found.pool.heldUntil,
        ]
    }
}

extension UnclaimedShelf.Found {
    var json: JSONValue {
        .make([
            "amount": .integer(use.amount), "claims_to": .string(pool.claimsTo),
            "currency": .string(pool.currency.code), "held_until": .string(pool.heldUntil), "pool": .string(pool.pool),
            "society": .string(pool.society), "why": .string(use.why), "work": .string(use.work),
        ])
    }
}

extension APICall {
    /// What of settled pools waits for its owners.
    func unclaimed() async throws -> Response {
        let text = try UnclaimedShelf.query(try query(["q"])["q"])
        let (shown, count) = portal.unclaimed.answer(text)
        return Self.answer(
            .make(["count": .number(count), "query": .string(text), "uses": .array(shown.map(\.json))]))
    }
}
