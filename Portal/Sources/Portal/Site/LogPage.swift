internal import Ledger
internal import Canonical
internal import Hummingbird
internal import Registry

/// The public log, and each event with the proof that it is in it.
struct LogPage {
    private static let shown = 50
    let visit: Visit

    func list() async throws -> Response {
        let query = try visit.query()
        let head = try await visit.portal.log.head()
        let before = Int(query["before"]).map { min(max($0, 0), head.size) } ?? head.size
        let first = max(0, before - Self.shown)
        let events = try await visit.portal.log.events(in: first..<before).reversed()
        var values: [String: Any] = [
            "title": visit.views.say("log.title"), "checkpoint": String(decoding: head.bytes, as: UTF8.self),
            "events": events.map(visit.views.event),
        ]
        if first > 0 { values["older"] = "\(first)" }
        if before < head.size { values["newest"] = true }
        return visit.show("log", values, path: "/log")
    }

    func entry() async throws -> Response {
        guard let text = visit.context.parameters.get("index"), let index = Int(text), index >= 0,
            let entry = try await visit.portal.log.entry(index)
        else { throw Refusal.notFound }
        var values = visit.views.event(entry.event)
        values["title"] = visit.views.say("log.one", "\(index)")
        if entry.event.subject.isEmpty { values["subject"] = nil }
        values["line"] = String(decoding: entry.event.line, as: UTF8.self)
        values["leaf"] = entry.leaf.hex
        values["root"] = entry.head.root.hex
        values["size"] = entry.head.size
        values["path"] = entry.proof.path.map(\.hex)
        values["hasScopes"] = entry.scopes != nil
        values["scopes"] = (entry.scopes ?? []).map(visit.views.scope)
        return visit.show("entry", values, path: "/log/\(index)")
    }
}
