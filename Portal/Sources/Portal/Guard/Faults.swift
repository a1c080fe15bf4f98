internal import Canonical
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore

/// Tells errors: as a page in the reader's language, or to programs as a problem document (RFC 9457).
struct Faults: Sendable {
    let pages: Pages
    let logger: Logger

    func response(to error: any Error, _ request: Request, _ context: PortalContext) -> Response {
        let fault = Fault(error)
        if fault.status.code >= 500 {
            // The path may hold a link's token, so it is not written down.
            logger.error("\(context.endpointPath ?? "?"): \(error)")
        }
        var response =
            request.uri.path.hasPrefix("/api/")
            ? problem(fault) : page(fault, request, context)
        for field in fault.fields { response.headers[field.name] = field.value }
        return response
    }

    private func problem(_ fault: Fault) -> Response {
        let value = JSONValue.object([
            .init("code", .string(fault.code)), .init("detail", .string(fault.detail)),
            .init("status", .integer(Int64(fault.status.code))),
            .init("title", .string(pages.texts.say(fault.text, .english))), .init("type", .string("about:blank")),
        ])
        return Response(status: fault.status, bytes: value.canonicalBytes, type: "application/problem+json")
    }

    private func page(_ fault: Fault, _ request: Request, _ context: PortalContext) -> Response {
        var values: [String: Any] = ["title": pages.texts.say(fault.text, context.language), "code": fault.code]
        if !fault.detail.isEmpty { values["detail"] = fault.detail }
        return pages.response("fault", values, context, path: "/", status: fault.status)
    }
}

/// An error as it is told.
private struct Fault {
    var status: HTTPResponse.Status
    var text: String
    var code: String
    var detail: String
    var fields = HTTPFields()

    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal:
            (status, text, code, detail) = (refusal.status, refusal.text, refusal.code, refusal.detail)
            if case .tooMany(let seconds) = refusal { fields[.retryAfter] = "\(seconds)" }
            if case .noLink = refusal { fields[.wwwAuthenticate] = "Bearer" }
        case let error as HTTPError:
            (status, detail, fields) = (error.status, error.body ?? "", error.headers)
            (text, code) = Self.words(error.status)
        case let error as PortalError where error.code == .damagedLog:
            (status, text, code, detail) = (.serviceUnavailable, "error.damaged", "damaged", "")
        default:
            (status, text, code, detail) = (.internalServerError, "error.internal", "internal", "")
        }
    }

    private static func words(_ status: HTTPResponse.Status) -> (text: String, code: String) {
        switch status {
        case .notFound: ("error.not_found", "not_found")
        case .methodNotAllowed: ("error.method", "method")
        case .contentTooLarge: ("error.too_long", "too_long")
        default: ("error.bad_request", "bad_request")
        }
    }
}

extension Response {
    init(status: HTTPResponse.Status = .ok, bytes: [UInt8], type: String) {
        self.init(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
