internal import HTTPTypes
internal import Hummingbird
internal import Registry

/// Filing an objection in three steps: what it covers, who objects, and the receipt with what proves it.
///
/// Nothing is kept between the steps: each form carries what the one before it asked.
struct ObjectPage {
    private static let path = "/object"
    private static let what = ["kind", "values", "act", "personal"]
    private static let who = ["name", "contact", "role", "evidence", "good_faith", "authority"]
    /// Octets of the key that a form is known by.
    private static let octets = 24
    let visit: Visit

    func begin() async throws -> Response {
        let value = try visit.query()["value"]
        let fields = try FormFields("key=\(Token.make(Self.octets))&values=\(value.formEncoded)")
        return first(fields, fault: nil, kind: Self.guess(value))
    }

    /// The kind of scope a value that was looked up is likeliest of.
    private static func guess(_ value: String) -> ScopeKind {
        if value.contains("://") { return .url }
        return value.hasPrefix("sha256:") ? .payload : .domain
    }

    func go() async throws -> Response {
        let fields = try await visit.form()
        let form = try ObjectForm(fields)
        if fields["back"] == "yes" { return first(fields, fault: nil, kind: nil) }
        do {
            try visit.portal.filings.refuse(form.scopes)
            guard !form.scopes.isEmpty else { throw Refusal.badRequest("values: nothing is named") }
        } catch let refusal as Refusal {
            return first(fields, fault: refusal, kind: nil)
        }
        guard fields["step"] == "who" else { return second(form, fields, fault: nil) }
        do {
            try visit.limit(.filing)
            return try await third(form)
        } catch let refusal as Refusal {
            return second(form, fields, fault: refusal)
        }
    }

    private func carried(_ fields: FormFields, _ names: [String]) -> [[String: String]] {
        names.filter { fields.has($0) }.map { ["name": $0, "value": fields[$0]] }
    }

    private func first(_ fields: FormFields, fault: Refusal?, kind: ScopeKind?) -> Response {
        let views = visit.views
        var values: [String: Any] = [
            "title": views.say("object.title"), "isWhat": true, "key": fields["key"],
            "kinds": views.choices(
                "kind", ScopeKind.allCases.map(\.rawValue), chosen: kind?.rawValue ?? fields["kind"]),
            "acts": views.choices("act", ObjectionAct.allCases.map(\.rawValue), chosen: fields["act"]),
            "values": fields["values"], "personal": fields["personal"] == "yes",
            "carried": carried(fields, Self.who),
        ]
        if let fault { values["fault"] = views.fault(fault) }
        return visit.showForm("what", values, path: Self.path, status: fault?.status ?? .ok)
    }

    private func second(_ form: ObjectForm, _ fields: FormFields, fault: Refusal?) -> Response {
        let views = visit.views
        var values: [String: Any] = [
            "title": views.say("object.title"), "isWho": true, "key": form.key,
            "actName": views.name("act", form.act.rawValue), "kindName": views.name("kind", form.kind),
            "scopes": form.values.map { ["value": $0] }, "name": form.name, "contact": form.contact,
            "roles": views.choices("role", Objector.Kind.allCases.map(\.rawValue), chosen: form.role.rawValue),
            "evidence": fields["evidence"], "good_faith": form.goodFaith, "authority": form.authority,
            "carried": carried(fields, Self.what),
        ]
        if let fault { values["fault"] = views.fault(fault) }
        return visit.showForm("who", values, path: Self.path, status: fault?.status ?? .ok)
    }

    private func third(_ form: ObjectForm) async throws -> Response {
        let filed = try await visit.portal.filings.file(form.filing, sent: form.key, form: form.bytes)
        let id = filed.receipt.objection
        // One that is under review may have no nonce yet; the link leads on.
        let nonces =
            filed.followed.life.state.isBlocking
            ? try await visit.portal.filings.nonces(id, for: .standing) : []
        let page = FollowPage(visit: visit)
        var values = visit.views.life(filed.followed)
        values.merge(page.nonceValues(nonces, .standing)) { $1 }
        let follow = "/\(visit.language)/follow/\(filed.token)"
        values["mail"] = try await page.mailValues(filed.followed)
        values["title"] = visit.views.say("object.title")
        values["isProof"] = true
        values["follow"] = follow
        values["link"] = visit.portal.settings.base + follow
        return visit.showForm("proof", values, path: Self.path)
    }
}
