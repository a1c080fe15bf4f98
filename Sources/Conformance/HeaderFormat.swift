internal import Canonical
internal import Rights

/// One response header, one agent: does it let a model be trained?
struct HeaderFormat: VectorFormat {
    let name = "opt-out headers"

    func recognises(_ row: JSONValue) -> Bool { row.has("header", "value", "ai_training_allowed") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        guard let expected = row["ai_training_allowed"]?.bool else { throw VectorFault("no Boolean answer") }
        let lines = [row["value"]?.string].compactMap { $0 }
        let refuses: Bool
        switch try row.text("header").lowercased() {
        case "x-robots-tag":
            let rules = XRobotsTag.rules(lines, agent: row["agent"]?.string.flatMap { ProductToken(prefixOf: $0) })
            refuses = rules.contains("noai") || rules.contains("noimageai")
        case "tdm-reservation":
            let header = TDMReservation(reservations: lines, policies: [])
            refuses = TDMRep.resolve(header: header).isReserved == true
        case "content-usage": refuses = AIPref.parse(lines: lines)[.trainAI] == .disallowed
        case let other: return .skipped("header \(other) is not read")
        }
        return refuses == !expected
            ? .passed : .failed(expected: expected ? "allowed" : "refused", got: refuses ? "refused" : "allowed")
    }
}
