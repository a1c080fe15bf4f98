extension RobotsFile {
    /// What the file says to an agent about a path.
    ///
    /// Where the plain grouping of RFC 9309 and that of AIPREF differ, or the two ways to compare escapes, the
    /// stricter answer is kept and a note says so. `/robots.txt` itself may always be fetched.
    ///
    /// - Parameter pathAndQuery: Beginning with `/`, without fragment; empty counts as `/`.
    /// - Complexity: Linear in the path and the patterns of the agent's group.
    public func verdict(agent: ProductToken, pathAndQuery: String) -> RobotsVerdict {
        let text = pathAndQuery.isEmpty ? "/" : pathAndQuery
        let path = Array(text.utf8.prefix { $0 != UInt8(ascii: "#") })
        let paths = Paths(path)
        let groups = [plain] + (aipref.map { [$0] } ?? [])
        let selected = groups.map { $0.rules(for: agent) }
        let listed = lists.map { $0.rules(for: agent) ?? [] }
        let crawls = (selected.map { $0 ?? [] } + (listed.map { [$0] } ?? [])).map { crawl($0, paths) }
        let strictest = crawls.first { !$0.allowed } ?? crawls[0]
        var notes: [String] = []
        if Set(crawls.map(\.allowed)).count > 1 { notes.append("ambiguous-grouping") }
        if strictest.isAmbiguous { notes.append("ambiguous-escapes") }
        let usage = statements(.contentUsage, selected, paths)
        let signals = contentSignals(selected[0] ?? [], paths)
        if plain.isAmbiguous, !usage.isEmpty || !signals.isEmpty { notes.append("ambiguous-placement") }
        let allowed = strictest.allowed || ByteText.equals(path[...], "/robots.txt")
        return RobotsVerdict(
            allowed: allowed, record: strictest.rule.map { record(rules[$0]) }, hasGroup: selected[0] != nil,
            crawlDelay: delay(selected.compactMap { $0 }), contentUsage: usage, contentSignals: signals,
            licences: licences(selected[0] ?? []), notes: notes)
    }

    /// The Content-Usage statements for a path under AIPREF's own grouping alone, without the plain reading.
    public func contentUsageByAIPref(agent: ProductToken, pathAndQuery: String) -> [RobotsVerdict.Statement] {
        let paths = Paths(Array((pathAndQuery.isEmpty ? "/" : pathAndQuery).utf8))
        return statements(.contentUsage, [(aipref ?? plain).rules(for: agent)], paths)
    }

    /// Whether the path may be crawled under AIPREF's own grouping alone, without the plain reading.
    public func isAllowedByAIPref(agent: ProductToken, pathAndQuery: String) -> Bool {
        let paths = Paths(Array((pathAndQuery.isEmpty ? "/" : pathAndQuery).utf8))
        return crawl((aipref ?? plain).rules(for: agent) ?? [], paths).allowed
    }

    /// A path made ready for both readings.
    struct Paths {
        let rfc: [UInt8]
        let raw: [UInt8]
        private let written: [UInt8]

        init(_ path: [UInt8]) {
            written = path
            rfc = PathPattern.path(path[...], .rfc)
            raw = PathPattern.path(path[...], .raw)
        }

        func path(_ reading: PathPattern.Reading) -> [UInt8] {
            switch reading {
            case .rfc: rfc
            case .raw: raw
            // Asked for by few files.
            case .reserved: PathPattern.path(written[...], .reserved)
            }
        }
    }

    private struct Crawl {
        let allowed: Bool
        let rule: Int?
        let isAmbiguous: Bool
    }

    private func crawl(_ indices: [Int], _ paths: Paths) -> Crawl {
        let rfc = winner(indices, paths, .rfc)
        let raw = winner(indices, paths, .raw)
        let (rfcAllows, rawAllows) = (allows(rfc), allows(raw))
        if rfcAllows, rawAllows, let refusal = refusal(indices, paths) {
            return Crawl(allowed: false, rule: refusal, isAmbiguous: true)
        }
        return Crawl(
            allowed: rfcAllows && rawAllows, rule: rfcAllows && !rawAllows ? raw : rfc,
            isAmbiguous: rfcAllows != rawAllows)
    }

    /// The rule that refuses the path only where octets of the reserved range are escaped on both sides.
    private func refusal(_ indices: [Int], _ paths: Paths) -> Int? {
        let isMeant = { (rule: Int) in rules[rule].kind == .disallow && rules[rule].reserved != nil }
        guard indices.contains(where: isMeant) else { return nil }
        return winner(indices, paths, .reserved).flatMap { isMeant($0) ? $0 : nil }
    }

    private func allows(_ rule: Int?) -> Bool { rule.map { rules[$0].kind == .allow } ?? true }

    /// The longest matching rule; of two as long, the one that allows (RFC 9309, section 2.2.2).
    private func winner(_ indices: [Int], _ paths: Paths, _ reading: PathPattern.Reading) -> Int? {
        let path = paths.path(reading)
        var best: Int?
        var length = -1
        for index in indices {
            let rule = rules[index]
            guard rule.kind == .allow || rule.kind == .disallow, let pattern = rule.pattern(reading) else { continue }
            let wins = pattern.length > length || (pattern.length == length && rule.kind == .allow && !allows(best))
            guard wins, pattern.matches(path) else { continue }
            (best, length) = (index, pattern.length)
        }
        return best
    }

    /// The statements with the longest path under each grouping, in the order of the file.
    private func statements(
        _ kind: RobotsRule.Kind, _ selected: [[Int]?], _ paths: Paths
    ) -> [RobotsVerdict.Statement] {
        var kept: Set<Int> = []
        for case let indices? in selected {
            let matching = indices.filter { index in
                let rule = rules[index]
                return rule.kind == kind && (rule.rfc.map { $0.matches(paths.rfc) } ?? true)
            }
            let longest = matching.map { rules[$0].rfc?.length ?? 0 }.max()
            kept.formUnion(matching.filter { (rules[$0].rfc?.length ?? 0) == longest })
        }
        return kept.sorted().map(statement)
    }

    /// The Content-Signal statements for a path, of each the keys for which no longer path speaks: what a narrower line
    /// leaves unsaid the wider one still says.
    private func contentSignals(_ indices: [Int], _ paths: Paths) -> [RobotsVerdict.Statement] {
        let matching = indices.filter { index in
            rules[index].kind == .contentSignal && (rules[index].rfc.map { $0.matches(paths.rfc) } ?? true)
        }
        func length(_ index: Int) -> Int { rules[index].rfc?.length ?? 0 }
        var longest: [ContentSignal.Key: Int] = [:]
        for index in matching {
            for key in ContentSignal.parse(ByteText.string(rules[index].value)).values.keys {
                longest[key] = max(longest[key] ?? 0, length(index))
            }
        }
        return matching.compactMap { index in
            let kept = ContentSignal.parts(of: ByteText.string(rules[index].value)).filter { part in
                part.key.map { longest[$0] == length(index) } ?? true
            }
            guard !kept.isEmpty || rules[index].value.isEmpty else { return nil }
            return .init(record: record(rules[index]), value: kept.map(\.text).joined(separator: ","))
        }
    }

    private func statement(_ index: Int) -> RobotsVerdict.Statement {
        .init(record: record(rules[index]), value: ByteText.string(rules[index].value))
    }

    /// The RSL `License` lines of the agent's group; those outside all groups if its group has none.
    public func licences(for agent: ProductToken) -> [RobotsVerdict.Statement] {
        licences(plain.rules(for: agent) ?? [])
    }

    /// Lines that mean `License` and are none (`Licence`, `RSL`), and name an address: those of the agent's group and those
    /// outside groups.
    func licenceLookAlikes(for agent: ProductToken) -> [RobotsVerdict.Statement] {
        ((plain.rules(for: agent) ?? []) + plain.outside).filter { rules[$0].kind == .licenceLookAlike }.map(statement)
            .filter { RSLToken.isAbsoluteURI($0.value) }
    }

    /// The `License` lines of groups that do not speak to an agent, in order, each with the names of its groups.
    func licencesOfOthers(than agent: ProductToken) -> [(line: RobotsVerdict.Statement, names: [String])] {
        guard hasLicences else { return [] }
        let own = Set(plain.rules(for: agent) ?? [])
        var names: [Int: [String]] = [:]
        for (name, indices) in plain.byAgent where name != "*" {
            for index in indices where rules[index].kind == .licence && !own.contains(index) {
                names[index, default: []].append(name)
            }
        }
        return names.keys.sorted().map { (statement($0), (names[$0] ?? []).sorted()) }
    }

    private func licences(_ indices: [Int]) -> [RobotsVerdict.Statement] {
        let own = indices.filter { rules[$0].kind == .licence }
        return (own.isEmpty ? plain.outside.filter { rules[$0].kind == .licence } : own).map(statement)
    }

    private func delay(_ selected: [[Int]]) -> Double? {
        Set(selected.joined()).compactMap { index -> Double? in
            guard rules[index].kind == .crawlDelay, let seconds = Double(ByteText.string(rules[index].value)) else {
                return nil
            }
            return seconds.isFinite && seconds >= 0 ? seconds : nil
        }.max()
    }
}
