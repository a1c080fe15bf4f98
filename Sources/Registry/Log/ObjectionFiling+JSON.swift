internal import Canonical
internal import Provenance

extension ObjectionFiling {
    /// The longest form that is looked at, in octets.
    public static let longestForm = 64 << 10
    private static let keys: Set<String> = [
        "act", "authority", "effective_to", "evidence", "good_faith", "objector", "personal", "requested_from", "scope",
        "uses",
    ]
    private static let objectorKeys: Set<String> = ["contact", "identifiers", "kind", "name"]

    /// Reads a form: one JSON object (`docs/formats/registry.md`).
    ///
    /// - Throws: ``FilingRefusal`` with what is wrong, in words for whoever filled it in.
    public static func read(_ bytes: [UInt8], channel: String) throws(FilingRefusal) -> ObjectionFiling {
        guard bytes.count <= longestForm else {
            throw FilingRefusal(.tooLong, "the form has \(bytes.count) octets; \(longestForm) are the most")
        }
        let form: JSONValue
        do throws(JSONError) { form = try JSONReader.read(bytes) } catch {
            throw FilingRefusal(.unparseable, "the form is no JSON: \(error)")
        }
        try refuseUnknown(form, keys)
        let objector = form["objector"] ?? .null
        try refuseUnknown(objector, objectorKeys)
        return ObjectionFiling(
            objector: Objector(
                name: try text(objector, "name"), kind: try choice(objector, "kind", Objector.Kind.user),
                contact: try text(objector, "contact"), identifiers: try texts(objector, "identifiers")),
            scopes: try scopes(form["scope"]), act: try choice(form, "act", ObjectionAct.excludeAll),
            uses: try uses(form), to: try time(form, "effective_to"), requestedFrom: try time(form, "requested_from"),
            evidence: try texts(form, "evidence"), goodFaith: try flag(form, "good_faith"),
            authority: try flag(form, "authority"), isPersonal: try flag(form, "personal"), channel: channel)
    }

    private static func fault(_ key: String, _ reason: String) -> FilingRefusal {
        FilingRefusal(.badField, "\(key): \(reason)")
    }

    private static func refuseUnknown(_ value: JSONValue, _ known: Set<String>) throws(FilingRefusal) {
        guard let members = value.members else { throw fault("form", "an object of \(known.sorted()) is due") }
        for member in members where !known.contains(member.key) {
            throw fault(String(member.key.prefix(80)), "there is no such field; known are \(known.sorted())")
        }
    }

    private static func scopes(_ value: JSONValue?) throws(FilingRefusal) -> [Scope] {
        guard let items = value?.array else { throw fault("scope", "a list of objects of kind and value is due") }
        var scopes: [Scope] = []
        for item in items {
            try refuseUnknown(item, ["kind", "value"])
            scopes.append(Scope(kind: try text(item, "kind"), value: try text(item, "value")))
        }
        return scopes
    }

    private static func uses(_ form: JSONValue) throws(FilingRefusal) -> [UseCategory] {
        var uses: [UseCategory] = []
        for name in try texts(form, "uses") {
            guard let use = UseCategory(rawValue: name), use != .licence, use != .access else {
                throw FilingRefusal(.badPurpose, "uses: \"\(name.prefix(80))\" is no use")
            }
            uses.append(use)
        }
        return uses
    }

    private static func text(_ value: JSONValue, _ key: String) throws(FilingRefusal) -> String {
        guard let text = value[key]?.string else { throw fault(key, "a text is due") }
        return text
    }

    private static func texts(_ value: JSONValue, _ key: String) throws(FilingRefusal) -> [String] {
        guard let member = value[key] else { return [] }
        let texts = member.array?.map(\.string)
        guard let texts, !texts.contains(nil) else { throw fault(key, "a list of texts is due") }
        return texts.compactMap { $0 }
    }

    private static func flag(_ value: JSONValue, _ key: String) throws(FilingRefusal) -> Bool {
        guard let member = value[key] else { return false }
        guard let flag = member.bool else { throw fault(key, "true or false is due") }
        return flag
    }

    private static func time(_ value: JSONValue, _ key: String) throws(FilingRefusal) -> Timestamp? {
        guard let member = value[key] else { return nil }
        guard let text = member.string, !text.contains("."), let time = Timestamp(rfc3339: text) else {
            throw FilingRefusal(.badTime, "\(key): a time like 2026-11-23T12:00:00Z is due")
        }
        return time
    }

    private static func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ value: JSONValue, _ key: String, _ standard: Value
    ) throws(FilingRefusal) -> Value {
        guard let member = value[key] else { return standard }
        guard let choice = member.string.flatMap({ Value(rawValue: $0) }) else {
            throw fault(key, "it is none of \(Value.allCases.map(\.rawValue))")
        }
        return choice
    }
}
