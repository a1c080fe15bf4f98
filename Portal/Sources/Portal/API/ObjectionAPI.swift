internal import Canonical
internal import HTTPTypes
internal import Hummingbird
internal import Registry

/// Objections for programs: the form is that of `docs/formats/registry.md`.
struct ObjectionAPI {
    let call: APICall

    /// Files an objection; sent again under the same `Idempotency-Key` it is filed once.
    func file() async throws -> Response {
        _ = try call.query([])
        let sent = call.visit.request.headers[.idempotencyKey] ?? ""
        guard Token.isToken(sent) else {
            throw Refusal.badRequest(
                "Idempotency-Key: 22 to 128 letters, digits, - or _ are due: at least 128 random bits")
        }
        let body = try await call.body()
        let filing: ObjectionFiling
        do throws(FilingRefusal) { filing = try ObjectionFiling.read(body, channel: "api") } catch {
            throw Refusal.registry(error)
        }
        try call.visit.limit(.filing)
        let filed = try await call.portal.filings.file(filing, sent: sent, form: body)
        return APICall.answer(
            .make([
                "receipt": filed.receipt.json, "status": filed.followed.life.json(filed.followed.scopes),
                "token": .string(filed.token),
            ]), status: .created)
    }

    func anybody() async throws -> Response {
        _ = try call.query([])
        let id = call.visit.context.parameters.get("id") ?? ""
        return APICall.answer(try await call.portal.filings.follow(id, hasLink: false).json)
    }

    func followed() async throws -> Response {
        _ = try call.query([])
        return APICall.answer(try await call.portal.filings.follow(try await call.followed(), hasLink: true).json)
    }

    func receipt() async throws -> Response {
        _ = try call.query([])
        return APICall.answer(try await call.portal.filings.receipt(try await call.followed()).json)
    }

    /// Gives out nonces: `{"purpose": "standing" | "withdrawal"}`.
    func nonces() async throws -> Response {
        _ = try call.query([])
        let id = try await call.followed()
        let purpose = try purpose(try await call.texts(["purpose"]))
        try call.visit.limit(.filing)
        let nonces = try await call.portal.filings.nonces(id, for: purpose)
        return APICall.answer(.make(["nonces": .array(nonces.map(\.json))]), status: .created)
    }

    /// Looks for them: `{"purpose": …, "method": "well-known" | "header" | "dns"}`.
    func look() async throws -> Response {
        _ = try call.query([])
        let id = try await call.followed()
        let texts = try await call.texts(["method", "purpose"])
        guard let method = texts["method"].flatMap({ ProofMethod(rawValue: $0) }),
            [.wellKnown, .header, .dns].contains(method)
        else { throw Refusal.badRequest("method: well-known, header or dns is due") }
        let purpose = try purpose(texts)
        try call.visit.limit(.look)
        return APICall.answer(try await call.portal.filings.look(id, by: method, for: purpose).json)
    }

    private func purpose(_ texts: [String: String]) throws(Refusal) -> NoncePurpose {
        guard let purpose = texts["purpose"].flatMap({ NoncePurpose(rawValue: $0) }) else {
            throw .badRequest("purpose: standing or withdrawal is due")
        }
        return purpose
    }
}

extension StandingChallenge {
    var json: JSONValue {
        .make([
            "due": .string(due.description), "header": .string(StandingChallenge.headerName), "host": .string(host),
            "objection": .string(objection), "purpose": .string(purpose.rawValue), "record": .string(record),
            "text": .string(text), "well_known": .string(wellKnown),
        ])
    }
}
