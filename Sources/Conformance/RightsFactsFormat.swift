internal import Canonical
internal import Rights

/// Structured data in up to three syntaxes, and what it says of rights.
struct RightsFactsFormat: VectorFormat {
    let name = "rights facts of structured data"

    func recognises(_ row: JSONValue) -> Bool { row.has("rights_facts") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let expected = try row.object("rights_facts")
        if let fault = expected["_json_error"]?.string { return try checkBroken(row, fault) }
        // The rows were made from JSON-LD; the other syntaxes stand in where there is none.
        var got: [RightsFact] = []
        for key in ["jsonld", "microdata", "rdfa"] where got.isEmpty {
            got = try Self.facts(row[key]?.string ?? "")
        }
        let names = (expected.members ?? []).map(\.key)
        let members = names.map { name in
            JSONValue.Member(name, .array(got.filter { $0.property == name }.map(\.value)))
        }
        return Comparison.outcome(expected: expected, got: .object(members), unordered: Set(names))
    }

    /// What strict JSON refuses and pages do all the time may be read; anything else is unreadable, and says nothing.
    private func checkBroken(_ row: VectorRow, _ fault: String) throws(VectorFault) -> VectorOutcome {
        let tolerated = ["Expecting property name", "Invalid control character", "Expecting value"]
        let found = try Self.facts(row["jsonld"]?.string ?? "").filter { $0.carrier == .jsonLD }
        if found.isEmpty || tolerated.contains(where: fault.hasPrefix) { return .passed }
        return .failed(expected: "nothing read of broken JSON (\(fault))", got: "\(found.count) facts")
    }

    static func facts(_ html: String) throws(VectorFault) -> [RightsFact] {
        guard !html.isEmpty else { return [] }
        let page = try RightsVectorFormat.reading(Array(html.utf8))
        let url = try RightsVectorFormat.page("https://example.com/")
        return Rights.facts(in: page, url: url, tables: try Tables.shared())
    }
}
