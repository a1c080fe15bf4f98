internal import Canonical
internal import Rights

/// A site's real robots.txt with the verdicts of several readers: where all of them agree, so must this one.
struct RobotsSurveyFormat: VectorFormat {
    let name = "robots.txt of real sites"

    func recognises(_ row: JSONValue) -> Bool { row.has("cols", "verdicts") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let file = RobotsFile.parse(try row.bytes("robots"))
        var differing: [String] = []
        var agreed = 0
        for verdict in row["verdicts"]?.array ?? [] {
            guard let cells = verdict.array, cells.count > 2, let agent = cells[0].string, let url = cells[1].string
            else { throw VectorFault("a verdict without agent, URL and answers") }
            let answers = Set(cells.dropFirst(2).map(\.bool))
            guard answers.count == 1, let expected = answers.first ?? nil else { continue }
            agreed += 1
            let got = try RobotsFormat.verdict(file, agent: agent, url: url)
            // The stricter of two readings is this reader's choice, and no disagreement.
            if got.allowed != expected, !got.isAmbiguous || got.allowed {
                differing.append("\(agent) \(url): \(RobotsFormat.word(got.allowed))")
            }
        }
        if agreed == 0 { return .skipped("the readers agree on no URL of the row") }
        return differing.isEmpty
            ? .passed : .failed(expected: "what all readers say", got: differing.joined(separator: "; "))
    }
}
