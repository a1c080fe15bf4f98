internal import Canonical
internal import RawStructuredFieldValues

/// Structured Fields as RFC 9651's own tests have them: parsed by the library, compared as data, written again.
struct StructuredFieldFormat: VectorFormat {
    let name = "structured fields"

    func recognises(_ row: JSONValue) -> Bool { row.has("raw", "header_type") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        guard let lines = row["raw"]?.array?.compactMap(\.string) else { throw VectorFault("no list `raw`") }
        let type = try row.text("header_type")
        guard ["item", "list", "dictionary"].contains(type) else { throw VectorFault("unknown type \(type)") }
        let mustFail = row["must_fail"]?.bool ?? false
        guard let parsed = StructuredField(lines.joined(separator: ", "), type: type) else {
            let mayFail = mustFail || row["can_fail"]?.bool ?? false
            return mayFail ? .passed : .failed(expected: "a field that parses", got: "a fault")
        }
        if mustFail { return .failed(expected: "a fault", got: parsed.value.display) }
        guard let expected = row["expected"] else { throw VectorFault("neither `expected` nor `must_fail`") }
        if !StructuredField.isEqual(expected, parsed.value) {
            return .failed(expected: expected.display, got: parsed.value.display)
        }
        let canonical = row["canonical"]?.array?.compactMap(\.string) ?? lines
        let wanted = canonical.joined(separator: ", ")
        return parsed.canonical == wanted ? .passed : .failed(expected: wanted, got: parsed.canonical ?? "a fault")
    }
}
