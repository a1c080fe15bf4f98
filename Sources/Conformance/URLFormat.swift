internal import Canonical
internal import WebAddress

/// Parsing by the WHATWG URL Standard: input and base to components, in the shape of the web platform tests.
struct URLFormat: VectorFormat {
    let name = "URL parsing"

    func recognises(_ row: JSONValue) -> Bool { row.has("input", "failure") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let input = try row.text("input")
        let fails = row["failure"] == .bool(true)
        if row["protocol"] == .string("blob:") {
            return .skipped("blob: URLs are never fetched and have no origin here")
        }
        do throws(WebURLError) {
            let base = try row["base"]?.string.map { text throws(WebURLError) in try WebURL(text) }
            let url = try WebURL(input, base: base)
            if fails { return .failed(expected: "failure", got: url.href) }
            return Comparison.outcome(expected: components(of: row), got: Self.components(url))
        } catch {
            return fails ? .passed : .failed(expected: row["href"]?.display ?? "a URL", got: "\(error)")
        }
    }

    private static let keys = [
        "href", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash", "origin",
    ]

    /// An opaque origin is compared as none.
    private func components(of row: VectorRow) -> JSONValue {
        .object(
            Self.keys.compactMap { key in
                row[key].map { .init(key, $0 == .string("null") ? .null : $0) }
            })
    }

    private static func components(_ url: WebURL) -> JSONValue {
        let port = url.port.map(String.init) ?? ""
        let host = url.host ?? ""
        return .fields([
            "href": .string(url.href), "protocol": .string(url.scheme + ":"), "username": .string(url.username),
            "password": .string(url.password), "host": .string(port.isEmpty ? host : host + ":" + port),
            "hostname": .string(host), "port": .string(port), "pathname": .string(url.path),
            "search": .string(mark("?", url.query)), "hash": .string(mark("#", url.fragment)),
            "origin": .text(orNull: url.origin?.description),
        ])
    }

    private static func mark(_ mark: String, _ text: String?) -> String {
        guard let text, !text.isEmpty else { return "" }
        return mark + text
    }
}
