internal import Canonical
internal import Rights

/// A page to the name of its licence as people write it: `CC BY-SA 4.0`.
struct LicenceTextFormat: VectorFormat {
    let name = "licence names of pages"

    func recognises(_ row: JSONValue) -> Bool {
        guard row.has("html"), row["signal"] == nil, let expected = row["expected"] else { return false }
        return expected == .null || expected.string != nil
    }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let url = try RightsVectorFormat.page(row["url"]?.string ?? "https://example.com/")
        let page = try RightsVectorFormat.reading(try row.bytes("html"))
        let names = Rights.licences(in: page, url: url, tables: try Tables.shared()).compactMap(\.tool).map(Self.name)
        let expected = row["expected"]?.string
        // Any other name is the text of a link, which says nothing that could be used.
        guard let expected, expected.hasPrefix("CC") else {
            return names.isEmpty
                ? .passed : .failed(expected: "no licence that is known", got: names.joined(separator: ", "))
        }
        return names.contains(expected)
            ? .passed : .failed(expected: expected, got: names.isEmpty ? "no licence" : names.joined(separator: ", "))
    }

    private static func name(_ tool: CreativeCommons) -> String {
        tool.unit == "zero" ? "CC0 \(tool.version)" : "CC \(tool.unit.uppercased()) \(tool.version)"
    }
}
