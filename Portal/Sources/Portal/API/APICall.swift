internal import Canonical
internal import HTTPTypes
internal import Hummingbird
internal import Registry

/// One request to the API.
struct APICall: Sendable {
    let visit: Visit
    var portal: Portal { visit.portal }

    static func answer(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, bytes: value.canonicalBytes, type: "application/json")
    }

    /// The query's parameters, none but these.
    func query(_ known: Set<String>) throws(Refusal) -> FormFields {
        let fields = try visit.query()
        for name in fields.names where !known.contains(name) {
            throw .badRequest("\(name.prefix(80)): there is no such parameter; known are \(known.sorted())")
        }
        for name in known where fields.all(name).count > 1 { throw .badRequest("\(name): it is given twice") }
        return fields
    }

    /// A whole number of a parameter.
    ///
    /// - Returns: Nil if it is not given.
    static func number(_ fields: FormFields, _ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
        guard fields.has(name) else { return nil }
        let text = fields[name]
        guard let value = Int(text), String(value) == text, range.contains(value) else {
            throw .badRequest("\(name): a whole number from \(range.lowerBound) to \(range.upperBound) is due")
        }
        return value
    }

    /// The body. A page of another site cannot send this type without asking first, and is then refused.
    func body() async throws -> [UInt8] {
        let type = visit.request.headers[.contentType]?.split(separator: ";").first.map(\.trimmed) ?? ""
        guard type.lowercased() == "application/json" else { throw Refusal.notJSON }
        return try await visit.body()
    }

    /// The body as an object of texts, none but these.
    func texts(_ known: Set<String>) async throws -> [String: String] {
        let bytes = try await body()
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(bytes) } catch {
            throw Refusal.badRequest("the body is no JSON: \(error)")
        }
        guard let members = value.members else { throw Refusal.badRequest("an object of \(known.sorted()) is due") }
        var texts: [String: String] = [:]
        for member in members {
            guard known.contains(member.key), let text = member.value.string else {
                throw Refusal.badRequest("\(member.key.prefix(80)): texts are due, and none but \(known.sorted())")
            }
            texts[member.key] = text
        }
        return texts
    }

    /// The objection whose link's token was sent.
    func followed() async throws -> String {
        let field = visit.request.headers[.authorization] ?? ""
        guard field.hasPrefix("Bearer ") else { throw Refusal.noLink }
        do { return try await portal.filings.id(String(field.dropFirst(7))) } catch Refusal.notFound {
            throw Refusal.noLink
        }
    }
}
