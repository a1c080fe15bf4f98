internal import Canonical
internal import Hummingbird
internal import Registry

/// The notices, and each version of one.
struct NoticePage {
    let visit: Visit

    func list() async throws -> Response {
        let at = Timestamp.now
        let notices = try await visit.portal.board.notices()
        let rows = notices.compactMap { notice in
            notice.latest.map { version in
                facts(notice, version, at).merging(["id": notice.id, "path": path(notice, version)]) { $1 }
            }
        }
        return visit.show(
            "notices", ["title": visit.views.say("notices.title"), "notices": rows], path: "/notices")
    }

    func one() async throws -> Response {
        let (at, views) = (Timestamp.now, visit.views)
        guard let name = visit.context.parameters.get("name"), let text = visit.context.parameters.get("version"),
            let notice = try await visit.portal.board.notice(named: name),
            let version = notice.versions.first(where: { "v\($0.number)" == text })
        else { throw Refusal.notFound }
        var values = facts(notice, version, at)
        values["title"] = views.say("notices.one", notice.id, "\(version.number)")
        values["sources"] = version.record.sources.map { source in
            ["source": source, "window": window(notice, version, source, at)]
        }
        values["content"] = NoticeContent(views: views).markup(version.record.content)
        values["digest"] = version.record.digest.description
        let folder = "/notices/\(NoticePages.name(notice.id))/v\(version.number)"
        values["json"] = folder + "/notice.json"
        values["signature"] = folder + "/notice.json.sig"
        values["index"] = version.index
        values["versions"] = notice.versions.map { other in
            facts(notice, other, at).merging([
                "path": path(notice, other), "number": other.number, "isThis": other.number == version.number,
            ]) { $1 }
        }
        return visit.show(
            "notice", values, path: "/notices/\(NoticePages.name(notice.id))/v\(version.number)")
    }

    func path(_ notice: NoticeLife, _ version: NoticeLife.Version) -> String {
        "/\(visit.language)/notices/\(NoticePages.name(notice.id))/v\(version.number)"
    }

    /// Until when objections to a source are awaited.
    func window(
        _ notice: NoticeLife, _ version: NoticeLife.Version, _ source: String, _ at: Timestamp
    ) -> String {
        guard let window = notice.window(of: source, in: version, at: at) else {
            return visit.views.say("notices.not_open")
        }
        let until = visit.views.say("notices.until", visit.views.time(window.closes))
        guard window.outageDays > 0 else { return until }
        return until + " " + visit.views.say("notices.outage", "\(window.outageDays)")
    }

    private func facts(_ notice: NoticeLife, _ version: NoticeLife.Version, _ at: Timestamp) -> [String: Any] {
        let (record, views) = (version.record, visit.views)
        return [
            "state": views.name("notice_state", notice.state(of: version, at: at).rawValue),
            "version": version.number, "published": views.time(version.publishedAt),
            "purposes": record.purposes.map { views.name("purpose", $0) }.joined(separator: ", "),
            "commercial": views.say(record.isCommercial ? "notices.commercial" : "notices.not_commercial"),
            "territories": record.territories.joined(separator: ", "),
            "from": String(record.from.description.prefix(10)), "to": String(record.to.description.prefix(10)),
        ]
    }
}
