internal import Canonical
internal import Rights

/// Every legal tool Creative Commons published, with what it permits, asks and forbids.
struct LicenceURLFormat: VectorFormat {
    let name = "Creative Commons licence URLs"

    func recognises(_ row: JSONValue) -> Bool { row.has("url", "category", "unit", "version") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let url = try row.text("url")
        guard let tool = CreativeCommons.parse(url) else {
            return .failed(expected: "a licence of Creative Commons", got: "none for \(url)")
        }
        let expected = Self.keys.compactMap { key in row[key].map { JSONValue.Member(key, $0) } }
        return Comparison.outcome(expected: .object(expected), got: Self.fields(tool))
    }

    private static let keys = [
        "category", "unit", "version", "jurisdiction", "deprecated_on", "allows_commercial", "allows_derivatives",
        "requires_attribution", "requires_sharealike",
    ]

    private static func fields(_ tool: CreativeCommons) -> JSONValue {
        .fields([
            "category": .string(tool.category), "unit": .string(tool.unit),
            "version": tool.version.isEmpty ? .null : .string(tool.version),
            "jurisdiction": .text(orNull: tool.jurisdiction), "deprecated_on": .text(orNull: tool.retired),
            "allows_commercial": .bool(tool.allowsCommercialUse), "allows_derivatives": .bool(tool.allowsDerivatives),
            "requires_attribution": .bool(tool.requiresAttribution),
            "requires_sharealike": .bool(tool.requiresShareAlike),
        ])
    }
}
