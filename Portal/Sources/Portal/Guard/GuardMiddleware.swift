internal import HTTPTypes
internal import Hummingbird

/// Counts requests, puts the header fields that keep browsers careful on every answer, and turns errors into pages or problem
/// documents.
struct GuardMiddleware: RouterMiddleware {
    typealias Context = PortalContext

    /// Nothing but the portal's own style and forms: no script, no frame, no other host.
    static let policy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    ].joined(separator: "; ")

    let portal: Portal
    let routes: RouteTable

    func handle(
        _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if portal.settings.isForwarded, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last
        {
            context.client = PortalContext.client(last.trimmed)
        }
        context.language = Language(path: request.uri.path) ?? .english
        var response: Response
        do {
            if let wait = portal.limiter.refuse(.read, of: context.client) { throw Refusal.tooMany(wait) }
            if let allowed = routes.allowed(request.uri.path, request.method.rawValue) {
                throw HTTPError(.methodNotAllowed, headers: [.allow: allowed])
            }
            response = try await next(request, context)
        } catch {
            response = portal.faults.response(to: error, request, context)
        }
        harden(&response.headers)
        return response
    }

    private func harden(_ fields: inout HTTPFields) {
        fields[.contentSecurityPolicy] = Self.policy
        fields[.xContentTypeOptions] = "nosniff"
        fields[.referrerPolicy] = "no-referrer"
        fields[.permissionsPolicy] = "interest-cohort=(), browsing-topics=()"
        fields[.crossOriginOpenerPolicy] = "same-origin"
        fields[.crossOriginResourcePolicy] = "same-origin"
        if fields[.cacheControl] == nil { fields[.cacheControl] = "no-store" }
        if portal.settings.isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
    }
}

extension HTTPField.Name {
    // These are constants and well-formed, so they cannot be nil.
    static let referrerPolicy = Self("Referrer-Policy")!
    static let permissionsPolicy = Self("Permissions-Policy")!
    static let crossOriginOpenerPolicy = Self("Cross-Origin-Opener-Policy")!
    static let crossOriginResourcePolicy = Self("Cross-Origin-Resource-Policy")!
    static let fetchSite = Self("Sec-Fetch-Site")!
    static let idempotencyKey = Self("Idempotency-Key")!
}

extension Substring {
    /// Without the blanks around it.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
