internal import Canonical
internal import Hummingbird
internal import Jobs
internal import Registry

/// "Is my site or work affected?"
struct LookupPage {
    let visit: Visit

    func show() async throws -> Response {
        let query = try visit.query()
        var values: [String: Any] = ["title": visit.views.say("lookup.title"), "q": query["q"]]
        let word = try LookupWord(query["q"])
        if !word.text.isEmpty {
            values["answer"] = self.values(try await visit.portal.lookups.answer(word))
        }
        return visit.show("lookup", values, path: "/lookup")
    }

    private func values(_ answer: LookupAnswer) -> [String: Any] {
        let views = visit.views
        let encoded = answer.word.text.formEncoded
        return [
            "blocked": answer.isBlocked, "summary": summary(answer),
            "notices": answer.notices.map { notice(answer, $0) },
            "objections": answer.objections.map { one in
                views.scope(one.scope).merging([
                    "coverage": views.say(one.coversAll ? "lookup.all" : "lookup.part"), "id": one.life.id,
                    "state": views.name("state", one.life.state.rawValue),
                    "effect": views.effect(one.life, [one.scope]),
                ]) { $1 }
            },
            "runs": answer.runs.map(run), "api": "/api/v1/lookup?q=\(encoded)",
            "object": "/\(visit.language)/object?value=\(encoded)",
        ]
    }

    private func summary(_ answer: LookupAnswer) -> String {
        let views = visit.views
        if answer.word.isNothing { return views.say("lookup.nothing") }
        let count = answer.runs.reduce(0) { $0 + $1.count }
        return [
            views.say(answer.isBlocked ? "lookup.blocked" : "lookup.not_blocked"),
            views.say(answer.notices.isEmpty ? "lookup.not_announced" : "lookup.announced"),
            views.say(count == 0 ? "lookup.not_considered" : "lookup.considered"),
        ].joined(separator: " ")
    }

    private func notice(_ answer: LookupAnswer, _ one: LookupAnswer.Announced) -> [String: Any] {
        let page = NoticePage(visit: visit)
        return [
            "id": one.notice.id, "source": one.source, "path": page.path(one.notice, one.version),
            "coverage": visit.views.say(one.coversAll ? "lookup.all" : "lookup.part"),
            "state": visit.views.name(
                "notice_state", one.notice.state(of: one.version, at: answer.at).rawValue),
            "window": page.window(one.notice, one.version, one.source, answer.at),
        ]
    }

    private func run(_ answer: OutputLookup.Answer) -> [String: Any] {
        [
            "run": visit.views.say("lookup.run", String(answer.proof.manifest.hex.prefix(12))),
            "count": visit.views.say("lookup.rows", "\(answer.count)"), "hasRows": !answer.rows.isEmpty,
            "rows": answer.rows.map { row in
                [
                    "url": row.url, "fetched": row.fetched, "verdict": visit.views.name("verdict", row.verdict),
                    "basis": row.basis,
                ]
            },
        ]
    }
}

extension String {
    /// As a value of a query.
    var formEncoded: String {
        utf8.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
