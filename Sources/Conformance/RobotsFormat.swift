internal import Canonical
internal import Rights
internal import WebAddress

/// One robots.txt, one agent, one URL: may it be fetched?
struct RobotsFormat: VectorFormat {
    let name = "robots.txt verdicts"

    func recognises(_ row: JSONValue) -> Bool {
        row.has("agent", "url", "allowed") && (row.has("robots") || row.has("robots_b64"))
    }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        guard let expected = row["allowed"]?.bool else { throw VectorFault("no Boolean `allowed`") }
        if let grade = row["grade"]?.string, grade != "must" { return try Self.checkOther(row, expected) }
        let file = RobotsFile.parse(try row.bytes("robots"))
        let verdict = try Self.verdict(file, agent: try row.text("agent"), url: try row.text("url"))
        let got = verdict.allowed
        return got == expected
            ? .passed : .failed(expected: Self.word(expected), got: Self.word(got) + Self.why(verdict))
    }

    /// A row of one reader's behaviour, which RFC 9309 does not ask: the stricter answer is as good as the same one.
    private static func checkOther(_ row: VectorRow, _ expected: Bool) throws(VectorFault) -> VectorOutcome {
        let file = RobotsFile.parse(try row.bytes("robots"))
        let url = try row.text("url")
        // A name that is no product token is nobody's: what is said to all counts.
        let agent = ProductToken(try row.text("agent"))?.text ?? "-"
        let got = try verdict(file, agent: agent, url: url)
        if got.allowed == expected || !got.allowed { return .passed }
        return .failed(expected: word(expected), got: word(got.allowed) + why(got))
    }

    static func verdict(_ file: RobotsFile, agent: String, url: String) throws(VectorFault) -> RobotsVerdict {
        guard let token = ProductToken(prefixOf: agent) else {
            throw VectorFault("agent `\(agent)` has no product token")
        }
        return file.verdict(agent: token, pathAndQuery: try path(of: url))
    }

    /// The path and query a crawler would ask for.
    static func path(of url: String) throws(VectorFault) -> String {
        if url.hasPrefix("/") || url.isEmpty { return url }
        // A row whose URL is not escaped asks what is said of it as it stands.
        if url.utf8.contains(where: { $0 >= 0x80 }), let host = url.firstRange(of: "://")?.upperBound,
            let slash = url[host...].firstIndex(of: "/")
        {
            return String(url[slash...])
        }
        do throws(WebURLError) {
            return try WebURL(url).pathAndQuery
        } catch {
            throw VectorFault("\(error)")
        }
    }

    static func word(_ allowed: Bool) -> String { allowed ? "allow" : "disallow" }

    private static func why(_ verdict: RobotsVerdict) -> String {
        let line = verdict.record.map { " by line \($0.line)" } ?? ""
        return line + (verdict.notes.isEmpty ? "" : " (\(verdict.notes.joined(separator: ", ")))")
    }
}
