internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Registry

/// One request to a page: its form, its words, and how it is answered.
struct Visit: Sendable {
    let portal: Portal
    let request: Request
    let context: PortalContext

    var views: Views { Views(texts: portal.pages.texts, language: context.language) }
    var language: String { context.language.rawValue }

    func query() throws(Refusal) -> FormFields { try FormFields(request.uri.query ?? "") }

    /// The form that was sent, if this browser got it from here.
    func form() async throws -> FormFields {
        let type = request.headers[.contentType]?.split(separator: ";").first.map(\.trimmed) ?? ""
        guard type.lowercased() == "application/x-www-form-urlencoded" else {
            throw Refusal.badRequest("a form is due")
        }
        let fields = try FormFields(String(decoding: try await body(), as: UTF8.self))
        try portal.forms.check(request, fields)
        return fields
    }

    func body() async throws -> [UInt8] {
        do {
            let buffer = try await request.body.collect(upTo: ObjectionFiling.longestForm)
            return Array(buffer.readableBytesView)
        } catch let error as HTTPError where error.status == .contentTooLarge {
            throw Refusal.tooLong
        } catch is NIOTooManyBytesError { throw Refusal.tooLong }
    }

    func limit(_ kind: RateLimiter.Kind) throws(Refusal) {
        if let wait = portal.limiter.refuse(kind, of: context.client) { throw .tooMany(wait) }
    }

    /// A page without forms that change anything.
    func show(_ template: String, _ values: [String: Any], path: String) -> Response {
        portal.pages.response(template, values, context, path: path)
    }

    /// A page with forms: it bears the browser's seal.
    func showForm(
        _ template: String, _ values: [String: Any], path: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        let mark = portal.forms.mark(request)
        var all = values
        all["seal"] = portal.forms.seal(mark)
        var response = portal.pages.response(template, all, context, path: path, status: status)
        portal.forms.set(mark, on: &response)
        return response
    }
}
