import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore

/// A browser without scripts: it keeps the cookie, reads forms and sends them.
final class Browser {
    struct Page {
        let status: Int
        let text: String
        let fields: HTTPFields

        /// The value of a hidden field, or of an attribute that stands before it.
        func hidden(_ name: String) -> String { part(after: "name=\"\(name)\" value=\"") }

        /// What stands from a text to the next quote.
        func part(after mark: String) -> String {
            guard let start = text.range(of: mark)?.upperBound else { return "" }
            return String(text[start...].prefix { $0 != "\"" })
        }

        /// What stands between two texts.
        func between(_ before: String, _ after: String) -> String {
            guard let start = text.range(of: before)?.upperBound,
                let end = text.range(of: after, range: start..<text.endIndex)?.lowerBound
            else { return "" }
            return String(text[start..<end])
        }
    }

    private let client: any TestClientProtocol
    private var cookie = ""

    init(_ client: any TestClientProtocol) { self.client = client }

    func get(_ path: String, _ fields: HTTPFields = [:]) async throws -> Page {
        try await send(path, .get, fields, "")
    }

    func post(_ path: String, _ form: KeyValuePairs<String, String>, _ more: HTTPFields = [:]) async throws -> Page {
        let body = form.map { "\($0.key)=\(Self.encode($0.value))" }.joined(separator: "&")
        var fields: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        for field in more { fields[field.name] = field.value }
        return try await send(path, .post, fields, body)
    }

    func send(_ path: String, _ method: HTTPRequest.Method, _ fields: HTTPFields, _ body: String) async throws -> Page {
        var all = fields
        if !cookie.isEmpty { all[.cookie] = cookie }
        let response = try await client.execute(
            uri: path, method: method, headers: all, body: body.isEmpty ? nil : ByteBuffer(string: body))
        if let set = response.headers[.setCookie] { cookie = String(set.prefix { $0 != ";" }) }
        return Page(status: response.status.code, text: String(buffer: response.body), fields: response.headers)
    }

    func forget() { cookie = "" }

    static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
