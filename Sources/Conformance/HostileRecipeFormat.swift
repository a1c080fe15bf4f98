internal import Canonical
internal import Markup
internal import Rights

/// Inputs too large to store, described in words and built here by the name of the recipe.
struct HostileRecipeFormat: VectorFormat {
    let name = "hostile recipes"

    func recognises(_ row: JSONValue) -> Bool { row.has("name", "build", "expect") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        switch try row.text("name") {
        case "deep_nesting": return page(Self.repeated("<div>", 200_000) + Array("text".utf8), seconds: 2)
        case "huge_attribute":
            return page(
                Array("<a title=\"".utf8) + Self.repeated("A", 30 << 20) + Array("\">x</a>".utf8), seconds: 2)
        case "many_attributes":
            let names = (0..<100_000).map { " a\($0)=x" }.joined()
            return page(Array("<p\(names)>x".utf8), seconds: 2)
        case "robots_redos": return redos()
        case "robots_bomb": return bomb()
        case "nul_bytes": return try nul()
        case "script_hidden_rights": return try hidden()
        case "deflate_raw": return .skipped("content codings are tested with the archive reader")
        default: return .skipped("a matter of XML, transfer or headers, tested where those are")
        }
    }

    private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
        let unit = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(unit.count * count)
        for _ in 0..<count { bytes += unit }
        return bytes
    }

    private func page(_ html: [UInt8], seconds: Int) -> VectorOutcome {
        HostileFileFormat.read(html, within: .seconds(seconds))
    }

    private func redos() -> VectorOutcome {
        let file = RobotsFile.parse(Array("User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a*a*a*b\n".utf8))
        let path = "/" + String(repeating: "a", count: 5000)
        var isAllowed = false
        let took = ContinuousClock().measure { isAllowed = Self.allows(file, path) }
        return isAllowed && took < .milliseconds(50)
            ? .passed : .failed(expected: "allow in 50 ms", got: "\(isAllowed) in \(took)")
    }

    private func bomb() -> VectorOutcome {
        let body = Array("User-agent: *\nDisallow: /early/\n".utf8) + Self.repeated("Disallow: /x/y/z/\n", 36_000)
        var isAllowed = true
        let took = ContinuousClock().measure { isAllowed = Self.allows(RobotsFile.parse(body), "/early/a") }
        return !isAllowed && took < .seconds(1)
            ? .passed : .failed(expected: "disallow in 1 s", got: "\(isAllowed) in \(took)")
    }

    private static func allows(_ file: RobotsFile, _ path: String) -> Bool {
        guard let agent = ProductToken("ExampleBot") else { return false }
        return file.verdict(agent: agent, pathAndQuery: path).allowed
    }

    private func nul() throws(VectorFault) -> VectorOutcome {
        let html = Array("<p>a".utf8) + [0] + Array("b</p><meta name=tdm-reservation content=1>".utf8)
        let meta = TDMRep.meta(in: try RightsVectorFormat.reading(html))
        let robots = RobotsFile.parse(Array("User-agent: *\n".utf8) + [0, 0x0A] + Array("Disallow: /a/\n".utf8))
        let kept = meta.reservation == .reserved && !Self.allows(robots, "/a/x")
        return kept ? .passed : .failed(expected: "statements after NUL are read", got: "\(meta.reservation)")
    }

    private func hidden() throws(VectorFault) -> VectorOutcome {
        let link = "<a rel=license href='https://creativecommons.org/licenses/by/4.0/'>CC</a>"
        let pages = ["<!-- \(link) -->", "<script>var x = \"\(link)\"</script>", "<template>\(link)</template>"]
        for html in pages {
            let url = try RightsVectorFormat.page("https://example.com/a")
            let page = try RightsVectorFormat.reading(Array(html.utf8))
            let found = Rights.licences(in: page, url: url, tables: try Tables.shared())
            if found.contains(where: { $0.dropped.isEmpty }) { return .failed(expected: "no licence", got: html) }
        }
        return .passed
    }
}
