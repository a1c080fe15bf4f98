internal import Canonical
internal import Registry

/// An objection as it is filled in on the pages: one kind of scope, a value a line.
struct ObjectForm: Sendable {
    /// Random, given out with the empty form: what is sent again under it is filed once.
    let key: String
    let kind: String
    let values: [String]
    let act: ObjectionAct
    let isPersonal: Bool
    let name: String
    let contact: String
    let role: Objector.Kind
    let evidence: [String]
    let goodFaith: Bool
    let authority: Bool

    /// - Throws: ``Refusal`` `badRequest` for a choice that the form does not offer.
    init(_ fields: FormFields) throws(Refusal) {
        guard Token.isToken(fields["key"]) else { throw .badRequest("key: the form has none; begin anew") }
        key = fields["key"]
        kind = fields["kind"]
        values = fields.lines("values")
        act = try Self.choice(fields, "act", .excludeAll)
        isPersonal = fields["personal"] == "yes"
        name = fields["name"]
        contact = fields["contact"]
        role = try Self.choice(fields, "role", .author)
        evidence = fields.lines("evidence")
        goodFaith = fields["good_faith"] == "yes"
        authority = fields["authority"] == "yes"
    }

    private static func choice<Value: RawRepresentable<String>>(
        _ fields: FormFields, _ name: String, _ standard: Value
    ) throws(Refusal) -> Value {
        guard fields.has(name) else { return standard }
        guard let value = Value(rawValue: fields[name]) else { throw .badRequest("\(name): there is no such choice") }
        return value
    }

    var scopes: [ObjectionFiling.Scope] { values.map { .init(kind: kind, value: $0) } }

    var filing: ObjectionFiling {
        ObjectionFiling(
            objector: Objector(name: name, kind: role, contact: contact), scopes: scopes, act: act, evidence: evidence,
            goodFaith: goodFaith, authority: authority, isPersonal: isPersonal, channel: "portal")
    }

    /// What was filled in, by which the same form is known again.
    var bytes: [UInt8] {
        func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
        return JSONValue.make([
            "act": .string(act.rawValue), "contact": .string(contact), "evidence": texts(evidence),
            "kind": .string(kind), "name": .string(name), "personal": .bool(isPersonal),
            "role": .string(role.rawValue), "values": texts(values),
        ]).canonicalBytes
    }
}

extension JSONValue {
    /// An object.
    static func make(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }

    static func number(_ value: Int) -> JSONValue { .integer(Int64(value)) }
}
