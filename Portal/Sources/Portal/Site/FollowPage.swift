internal import Canonical
internal import HTTPTypes
internal import Hummingbird
internal import Registry

/// How an objection stands: for whoever has its link, who may also prove standing or withdraw by proof at its hosts; and for
/// everybody what the public log tells.
struct FollowPage {
    let visit: Visit

    private var token: String { visit.context.parameters.get("token") ?? "" }
    private var path: String { "/follow/\(token)" }

    func anybody() async throws -> Response {
        let id = visit.context.parameters.get("id") ?? ""
        var values = visit.views.life(try await visit.portal.filings.follow(id, hasLink: false))
        values["title"] = visit.views.say("follow.one", id)
        return visit.show("objection", values, path: "/objections/\(id)")
    }

    func show() async throws -> Response {
        let id = try await visit.portal.filings.id(token)
        return try await page(try await visit.portal.filings.follow(id, hasLink: true), [:])
    }

    func receipt() async throws -> Response {
        let id = try await visit.portal.filings.id(token)
        let receipt = try await visit.portal.filings.receipt(id)
        var response = Response(bytes: receipt.json.canonicalBytes + [0x0A], type: "application/json")
        response.headers[.contentDisposition] = "attachment; filename=\"receipt-\(id).json\""
        return response
    }

    func nonces() async throws -> Response {
        let (fields, id) = (try await visit.form(), try await visit.portal.filings.id(token))
        let purpose = try purpose(fields)
        return try await told(id) {
            try visit.limit(.filing)
            let nonces = try await visit.portal.filings.nonces(id, for: purpose)
            return (
                try await visit.portal.filings.follow(id, hasLink: true),
                nonceValues(nonces, purpose).merging(["showsNonces": true]) { $1 }
            )
        }
    }

    func look() async throws -> Response {
        let (fields, id) = (try await visit.form(), try await visit.portal.filings.id(token))
        let purpose = try purpose(fields)
        guard let method = ProofMethod(rawValue: fields["method"]), [.wellKnown, .header, .dns].contains(method) else {
            throw Refusal.badRequest("method: there is no such choice")
        }
        return try await told(id) {
            try visit.limit(.look)
            let followed = try await visit.portal.filings.look(id, by: method, for: purpose)
            let done =
                purpose == .withdrawal ? "follow.withdrawing" : "follow.proven"
            return (followed, ["done": visit.views.say(done)])
        }
    }

    func mail() async throws -> Response {
        let (fields, id) = (try await visit.form(), try await visit.portal.filings.id(token))
        return try await told(id) {
            try visit.limit(.look)
            let views = visit.views
            _ = try await visit.portal.filings.mail(id, to: fields["mailbox"]) { views.message($0) }
            return (try await visit.portal.filings.follow(id, hasLink: true), ["isSent": true])
        }
    }

    func code() async throws -> Response {
        let (fields, id) = (try await visit.form(), try await visit.portal.filings.id(token))
        return try await told(id) {
            try visit.limit(.filing)
            let followed = try await visit.portal.filings.redeem(id, code: fields["code"])
            return (followed, ["done": visit.views.say("follow.proven")])
        }
    }

    private func purpose(_ fields: FormFields) throws(Refusal) -> NoncePurpose {
        guard let purpose = NoncePurpose(rawValue: fields["purpose"]), purpose.isPlaced else {
            throw .badRequest("purpose: there is no such choice")
        }
        return purpose
    }

    /// The page with what was done, or with why it was not.
    private func told(_ id: String, _ body: () async throws -> (Followed, [String: Any])) async throws -> Response {
        do {
            let (followed, more) = try await body()
            return try await page(followed, more)
        } catch let refusal as Refusal {
            let followed = try await visit.portal.filings.follow(id, hasLink: true)
            return try await page(followed, ["fault": visit.views.fault(refusal)], status: refusal.status)
        }
    }

    private func page(
        _ followed: Followed, _ more: [String: Any], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let life = followed.life
        var values = visit.views.life(followed)
        values["title"] = visit.views.say("follow.title")
        values["follow"] = "/\(visit.language)\(path)"
        values["mayProve"] = life.state.isBlocking && life.standing < max(life.standingDue, .domain)
        values["mayWithdraw"] = life.state == .effective && life.pending == nil
        values["purpose"] = NoncePurpose.standing.rawValue
        values["withdrawal"] = ["purpose": NoncePurpose.withdrawal.rawValue]
        values["mail"] = try await mailValues(followed)
        return visit.showForm("follow", values.merging(more) { $1 }, path: path, status: status)
    }

    /// What the template of mail names; false where a mailbox can show no more.
    func mailValues(_ followed: Followed) async throws -> Any {
        let life = followed.life
        guard life.state.isBlocking, life.standing < .mailbox, let boxes = try await visit.portal.filings.boxes(life.id)
        else { return false }
        return ["boxes": boxes.map { ["box": $0] }]
    }

    /// What the template of nonces names.
    func nonceValues(_ nonces: [StandingChallenge], _ purpose: NoncePurpose) -> [String: Any] {
        let views = visit.views
        let section = purpose == .withdrawal ? "withdraw" : "prove"
        return [
            "proofTitle": views.say("follow.\(section)"), "proofText": views.say("follow.\(section)_text"),
            "hasNonces": !nonces.isEmpty, "purpose": purpose.rawValue,
            "nonces": nonces.map(values),
        ]
    }

    private func values(_ nonce: StandingChallenge) -> [String: String] {
        let views = visit.views
        var values = [
            "host": nonce.host, "text": nonce.text, "until": views.say("follow.until", views.time(nonce.due)),
        ]
        guard !StandingChallenge.isAccount(nonce.host) else {
            values["page"] = "https://\(nonce.host)"
            return values
        }
        values["well_known"] = nonce.wellKnown
        values["header"] = StandingChallenge.headerName
        values["record"] = nonce.record
        return values
    }
}
