internal import Canonical
internal import Hummingbird
internal import Registry

/// Notices for programs.
struct NoticeAPI {
    let call: APICall

    func list() async throws -> Response {
        _ = try call.query([])
        let at = Timestamp.now
        let notices = try await call.portal.board.notices()
        return APICall.answer(.make(["notices": .array(notices.map { json($0, at) })]))
    }

    func one() async throws -> Response {
        _ = try call.query([])
        guard let name = call.visit.context.parameters.get("name"),
            let notice = try await call.portal.board.notice(named: name)
        else { throw Refusal.notFound }
        return APICall.answer(json(notice, .now))
    }

    private func json(_ notice: NoticeLife, _ at: Timestamp) -> JSONValue {
        let folder = "\(call.portal.settings.base)/notices/\(NoticePages.name(notice.id))"
        return .make([
            "id": .string(notice.id), "name": .string(NoticePages.name(notice.id)),
            "versions": .array(
                notice.versions.map { version in
                    .make([
                        "content_hash": .string(version.record.digest.description),
                        "document": .string("\(folder)/v\(version.number)/notice.json"),
                        "index": .number(version.index), "published_at": .string(version.publishedAt.description),
                        "signature": .string("\(folder)/v\(version.number)/notice.json.sig"),
                        "sources": .array(version.record.sources.map { source($0, notice, version, at) }),
                        "state": .string(notice.state(of: version, at: at).rawValue),
                        "version": .number(version.number),
                    ])
                }),
        ])
    }

    private func source(
        _ source: String, _ notice: NoticeLife, _ version: NoticeLife.Version, _ at: Timestamp
    ) -> JSONValue {
        let window = notice.window(of: source, in: version, at: at)
        return .make([
            "outage_days": .number(window?.outageDays ?? 0), "source": .string(source),
            "window_closes": window.map { .string($0.closes.description) } ?? .null,
        ])
    }
}
