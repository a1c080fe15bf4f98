internal import Canonical
internal import Hummingbird
internal import Registry

/// All of it for programs: `openapi.json` tells how.
struct APIRoutes {
    let portal: Portal

    func add(to router: Router<PortalContext>) {
        let portal = portal
        func get(_ path: RouterPath, _ body: @escaping @Sendable (APICall) async throws -> Response) {
            router.get(path) { try await body(APICall(visit: Visit(portal: portal, request: $0, context: $1))) }
        }
        func post(_ path: RouterPath, _ body: @escaping @Sendable (APICall) async throws -> Response) {
            router.post(path) { try await body(APICall(visit: Visit(portal: portal, request: $0, context: $1))) }
        }
        get("/api/openapi.json") { _ in
            Response(bytes: try portal.resource("openapi.json"), type: "application/json")
        }
        get("/api/v1/notices") { try await NoticeAPI(call: $0).list() }
        get("/api/v1/notices/:name") { try await NoticeAPI(call: $0).one() }
        get("/api/v1/lookup") { try await $0.lookup() }
        get("/api/v1/unclaimed") { try await $0.unclaimed() }
        post("/api/v1/objections") { try await ObjectionAPI(call: $0).file() }
        get("/api/v1/objections/:id") { try await ObjectionAPI(call: $0).anybody() }
        get("/api/v1/followed") { try await ObjectionAPI(call: $0).followed() }
        get("/api/v1/followed/receipt") { try await ObjectionAPI(call: $0).receipt() }
        post("/api/v1/followed/nonces") { try await ObjectionAPI(call: $0).nonces() }
        post("/api/v1/followed/look") { try await ObjectionAPI(call: $0).look() }
        post("/api/v1/followed/mail") { try await ObjectionAPI(call: $0).mail() }
        post("/api/v1/followed/code") { try await ObjectionAPI(call: $0).code() }
        get("/api/v1/log") { try await LogAPI(call: $0).head() }
        get("/api/v1/log/events") { try await LogAPI(call: $0).events() }
        get("/api/v1/log/events/:index") { try await LogAPI(call: $0).entry() }
        get("/api/v1/log/consistency") { try await LogAPI(call: $0).consistency() }
        addFiles(to: router)
    }

    /// Feeds, and the documents of notices with their signatures.
    private func addFiles(to router: Router<PortalContext>) {
        let portal = portal
        router.get("/notices/feed.atom") { _, _ in
            Response(bytes: try await portal.board.feed(), type: "application/atom+xml; charset=utf-8")
        }
        router.get("/log/feed.atom") { _, _ in
            Response(bytes: try await LogFeed(portal: portal).bytes(), type: "application/atom+xml; charset=utf-8")
        }
        for file in ["notice.json", "notice.json.sig"] {
            router.get("/notices/:name/:version/\(RouterPath(stringLiteral: file))") { _, context in
                let path = [context.parameters.get("name") ?? "", context.parameters.get("version") ?? "", file]
                guard let bytes = try await portal.board.file(path.joined(separator: "/")) else {
                    throw Refusal.notFound
                }
                return Response(bytes: bytes, type: "application/json")
            }
        }
    }
}

extension APICall {
    func lookup() async throws -> Response {
        let fields = try query(["q"])
        let word = try LookupWord(fields["q"])
        guard fields.has("q") else { throw Refusal.badRequest("q: what is asked about is due") }
        guard !word.isNothing else { throw Refusal.nothingMeant }
        return Self.answer(try await portal.lookups.answer(word).json)
    }
}
