internal import Canonical
internal import Rights

/// What an answer to a request for robots.txt means; conditions in prose, of which those a pure function answers are run.
struct RobotsFetchFormat: VectorFormat {
    let name = "robots.txt fetch results"

    func recognises(_ row: JSONValue) -> Bool { row.has("condition", "expect") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let condition = try row.text("condition")
        let expect = try row.text("expect")
        let lowered = condition.lowercased()
        if let status = Int(condition) { return meaning(status, expect) }
        if lowered.contains("dns") || lowered.contains("timeout") || lowered.contains("tls") {
            return meaning(nil, expect)
        }
        if lowered.hasPrefix("200 text/plain") { return meaning(200, expect) }
        if lowered.contains("html body") { return htmlBody() }
        if lowered.contains("500 kib") { return largeBody() }
        if lowered.contains("not utf-8") { return foreignBytes() }
        return .skipped("a matter of fetching, redirects or caches, tested where those are")
    }

    private func meaning(_ status: Int?, _ expect: String) -> VectorOutcome {
        let got = RobotsFetchMeaning(status: status)
        let word = expect.lowercased()
        let accepted: Set<RobotsFetchMeaning>
        if word.contains("disagree") || word.contains("rfc groups it")
            || (word.contains("allow per") && word.contains("disallow"))
        {
            accepted = word.hasPrefix("google") ? [.disallowAll] : [.allowAll, .disallowAll]
        } else if word.hasPrefix("parse") {
            accepted = [.parse]
        } else {
            accepted = word.hasPrefix("disallow") ? [.disallowAll] : [.allowAll]
        }
        return accepted.contains(got) ? .passed : .failed(expected: expect, got: got.rawValue)
    }

    private func htmlBody() -> VectorOutcome {
        let file = RobotsFile.parse(Array("<!doctype html><html><body><p>not found</p></body></html>".utf8))
        return answer(file, "/a") && file.isSuspicious
            ? .passed : .failed(expected: "allow, flagged", got: "\(answer(file, "/a")), \(file.isSuspicious)")
    }

    private func largeBody() -> VectorOutcome {
        var body = Array("User-agent: *\n".utf8)
        while body.count < 499 * 1024 { body += "Disallow: /padding/of/a/large/file/\n".utf8 }
        body += "Disallow: /late/\n".utf8
        while body.count < 600 * 1024 { body += "Disallow: /more/\n".utf8 }
        return answer(RobotsFile.parse(body), "/late/x")
            ? .failed(expected: "a rule within 500 KiB is honoured", got: "allow") : .passed
    }

    private func foreignBytes() -> VectorOutcome {
        let body = Array("User-agent: *\nDisallow: /".utf8) + [0xE9, 0xFF] + Array("\nDisallow: /b/\n".utf8)
        return answer(RobotsFile.parse(body), "/b/x")
            ? .failed(expected: "the other rules are honoured", got: "allow") : .passed
    }

    private func answer(_ file: RobotsFile, _ path: String) -> Bool {
        guard let agent = ProductToken("ExampleBot") else { return false }
        return file.verdict(agent: agent, pathAndQuery: path).allowed
    }
}
