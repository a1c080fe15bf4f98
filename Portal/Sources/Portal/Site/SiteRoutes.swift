internal import Hummingbird
internal import Registry

/// The pages of every language.
struct SiteRoutes {
    let portal: Portal

    func add(to router: Router<PortalContext>) {
        router.get("/") { request, _ in Self.lead(request, to: "/") }
        router.get("/notices") { request, _ in Self.lead(request, to: "/notices") }
        // Feeds and channels name a version of a notice by this address.
        router.get("/notices/:name/:version") { [portal] request, context in
            guard let notice = try await portal.board.notice(named: context.parameters.get("name") ?? ""),
                let version = notice.versions.first(where: { "v\($0.number)" == context.parameters.get("version") })
            else { throw Refusal.notFound }
            return Self.lead(request, to: "/notices/\(NoticePages.name(notice.id))/v\(version.number)")
        }
        for (name, type) in [("style.css", "text/css; charset=utf-8"), ("icon.svg", "image/svg+xml")] {
            router.get("/\(RouterPath(stringLiteral: name))") { [portal] _, _ in
                var response = Response(bytes: try portal.resource(name), type: type)
                response.headers[.cacheControl] = "public, max-age=3600"
                return response
            }
        }
        router.get("/health") { [portal] _, _ in
            _ = try await portal.log.noticeEvents()
            return Response(bytes: Array("ok\n".utf8), type: "text/plain")
        }
        for language in Language.allCases {
            addPages(to: router.group("/\(RouterPath(stringLiteral: language.rawValue))"))
        }
    }

    /// Leads to a page in the language that is asked for.
    private static func lead(_ request: Request, to path: String) -> Response {
        let language = Language(accepting: request.headers[.acceptLanguage])
        var response = Response.redirect(to: "/\(language.rawValue)\(path)", type: .found)
        response.headers[.vary] = "Accept-Language"
        return response
    }

    private func addPages(to group: RouterGroup<PortalContext>) {
        let portal = portal
        func get(_ path: RouterPath, _ body: @escaping @Sendable (Visit) async throws -> Response) {
            group.get(path) { try await body(Visit(portal: portal, request: $0, context: $1)) }
        }
        func post(_ path: RouterPath, _ body: @escaping @Sendable (Visit) async throws -> Response) {
            group.post(path) { try await body(Visit(portal: portal, request: $0, context: $1)) }
        }
        get("/") { visit in visit.show("home", ["title": visit.views.say("home.title")], path: "/") }
        get("/notices") { try await NoticePage(visit: $0).list() }
        get("/notices/:name/:version") { try await NoticePage(visit: $0).one() }
        get("/lookup") { try await LookupPage(visit: $0).show() }
        get("/unclaimed") { try await UnclaimedPage(visit: $0).show() }
        get("/object") { try await ObjectPage(visit: $0).begin() }
        post("/object") { try await ObjectPage(visit: $0).go() }
        get("/objections/:id") { try await FollowPage(visit: $0).anybody() }
        get("/follow/:token") { try await FollowPage(visit: $0).show() }
        get("/follow/:token/receipt.json") { try await FollowPage(visit: $0).receipt() }
        post("/follow/:token/nonces") { try await FollowPage(visit: $0).nonces() }
        post("/follow/:token/look") { try await FollowPage(visit: $0).look() }
        post("/follow/:token/mail") { try await FollowPage(visit: $0).mail() }
        post("/follow/:token/code") { try await FollowPage(visit: $0).code() }
        get("/log") { try await LogPage(visit: $0).list() }
        get("/log/:index") { try await LogPage(visit: $0).entry() }
    }
}
