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

    /// Sends a code: `{"mailbox": "contact" | "webmaster@…"}`.
    func mail() async throws -> Response {
        _ = try call.query([])
        let id = try await call.followed()
        guard let box = try await call.texts(["mailbox"])["mailbox"] else {
            throw Refusal.badRequest("mailbox: contact or an address is due")
        }
        try call.visit.limit(.look)
        let views = call.visit.views
        let code = try await call.portal.filings.mail(id, to: box) { views.message($0) }
        // To the contact only whoever filed knows the address.
        let told = box == FilingDesk.contact ? box : code.host
        return APICall.answer(
            .make([
                "due": .string(code.due.description), "mailbox": .string(told), "objection": .string(code.objection),
            ]), status: .accepted)
    }

    /// Takes it back: `{"code": …}`.
    func code() async throws -> Response {
        _ = try call.query([])
        let id = try await call.followed()
        guard let code = try await call.texts(["code"])["code"] else { throw Refusal.badRequest("code: it is due") }
        try call.visit.limit(.filing)
        return APICall.answer(try await call.portal.filings.redeem(id, code: code).json)
    }

    private func purpose(_ texts: [String: String]) throws(Refusal) -> NoncePurpose {
        guard let purpose = texts["purpose"].flatMap({ NoncePurpose(rawValue: $0) }), purpose.isPlaced else {
            throw .badRequest("purpose: standing or withdrawal is due")
        }
        return purpose
    }
}

extension StandingChallenge {
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("due", .string(due.description)), .init("host", .string(host)),
            .init("objection", .string(objection)), .init("purpose", .string(purpose.rawValue)),
            .init("text", .string(text)),
        ]
        if StandingChallenge.isAccount(host) {
            members.append(.init("page", .string("https://\(host)")))
        } else {
            members += [
                .init("header", .string(StandingChallenge.headerName)), .init("record", .string(record)),
                .init("well_known", .string(wellKnown)),
            ]
        }
        return .object(members)
    }
}
