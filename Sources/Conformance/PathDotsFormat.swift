internal import Canonical
internal import WebAddress

/// Paths with dots in them, as the URL Standard takes them out: rows of a tool that writes canonical forms.
struct PathDotsFormat: VectorFormat {
    let name = "dots in paths"

    /// What stands before the path, by the kind of the row.
    private static let origins = [
        "whatwg:path_dots:special": "http://example.com", "whatwg:path_dots:nonspecial": "foo://example.com",
    ]

    func recognises(_ row: JSONValue) -> Bool {
        row.has("input", "expected") && row["kind"]?.string.map { Self.origins[$0] != nil } ?? false
    }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let (path, expected) = (try row.text("input"), try row.text("expected"))
        guard let origin = Self.origins[try row.text("kind")] else { throw VectorFault("a kind that is not known") }
        // A parser of the standard makes a slash of it, this tool another form.
        guard !path.contains("\\") else { return .skipped("backslashes, which this tool leaves") }
        guard path.isEmpty || path.hasPrefix("/") else { return .skipped("no path of an address with a host") }
        do throws(WebURLError) {
            let got = try WebURL(origin + path).path
            return got == expected ? .passed : .failed(expected: expected, got: got)
        } catch {
            return .failed(expected: expected, got: "\(error)")
        }
    }
}
