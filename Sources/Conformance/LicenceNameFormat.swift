internal import Canonical
internal import Rights

/// A URL to the short name and version of its licence.
struct LicenceNameFormat: VectorFormat {
    let name = "licence names of URLs"

    func recognises(_ row: JSONValue) -> Bool { row.has("url", "abbr", "version") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let tool = CreativeCommons.parse(try row.text("url"))
        let abbreviation = row["abbr"]?.string
        if tool == nil, row["note"]?.string?.contains("legitimately reject") == true { return .passed }
        // A licence that cannot be told apart is no licence, whatever the row calls it.
        let isNone = abbreviation == nil || abbreviation == "cc-unknown"
        return Comparison.outcome(
            expected: .fields([
                "abbr": isNone ? .null : row["abbr"]!, "version": isNone ? .null : row["version"] ?? .null,
            ]),
            got: .fields(["abbr": .text(orNull: tool?.unit), "version": .text(orNull: tool?.version)]))
    }
}
