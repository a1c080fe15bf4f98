internal import Canonical
internal import Rights

/// A page and all its structured data, of which what speaks of rights is compared.
///
/// Where the row says nothing of rights, nothing may be found.
struct StructuredDataFormat: VectorFormat {
    let name = "structured data of pages"

    func recognises(_ row: JSONValue) -> Bool {
        guard row.has("html", "expected"), row["signal"] == nil, let expected = row["expected"] else { return false }
        return expected.members != nil
    }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let expected = try row.object("expected")
        let got = try RightsFactsFormat.facts(try row.text("html"))
        for (key, carrier) in [("jsonld", RightsFact.Carrier.jsonLD), ("microdata", .microdata)] {
            guard let stated = expected[key] else { continue }
            var wanted: [String] = []
            Self.collect(stated, into: &wanted)
            let found = got.filter { $0.carrier == carrier }.map { $0.property }.sorted()
            guard found == wanted.sorted() else {
                return .failed(expected: wanted.sorted().joined(separator: ", "), got: found.joined(separator: ", "))
            }
        }
        return .passed
    }

    /// The names of the facts in a value, as often as they have values.
    private static func collect(_ value: JSONValue, into names: inout [String]) {
        for item in value.array ?? [] { collect(item, into: &names) }
        for member in value.members ?? [] {
            let name = Rights.factName(member.key)
            if let name { names += Array(repeating: name, count: member.value.array?.count ?? 1) }
            collect(member.value, into: &names)
        }
    }
}
