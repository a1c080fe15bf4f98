internal import WebAddress

/// A line that plainly means `Disallow: /…` and is none by RFC 9309: another mark for the colon, or one that is no ASCII,
/// a path in quotes or in words, another word of refusal, a bullet, a user agent or a mark of HTML before it.
struct MisreadRefusal: Sendable {
    let line: Int
    let place: Range<Int>
    let pattern: PathPattern

    static func all(in bytes: [UInt8], _ range: Range<Int>) -> [MisreadRefusal] {
        var found: [MisreadRefusal] = []
        RobotsLine.forEachPlace(in: bytes, range) { place, number in
            guard
                let value = value(bytes, place, number) ?? preference(bytes, place, number)
                    ?? joined(bytes, place, number) ?? named(bytes, place, number) ?? plain(bytes, place)
            else { return }
            found.append(MisreadRefusal(line: number, place: place, pattern: PathPattern(value, .rfc)))
        }
        return found
    }

    /// Every path, of a line that plainly says no to training and whose field is misspelt; nil of any other.
    private static func preference(_ bytes: [UInt8], _ place: Range<Int>, _ number: Int) -> ArraySlice<UInt8>? {
        let body = bytes[place].prefix { $0 != UInt8(ascii: "#") }
        guard body.count < 1024, ByteText.contains(body, "ai") else { return nil }
        let text = LooseText.plain(ByteText.string(body))
        let packed = Array(ByteText.lowercased(text).utf8.filter { !ByteText.isSpace($0) })[...]
        let isRefusal = ["ai-train=n", "ai-train:n", "train-ai=n", "train-ai:n"].contains {
            ByteText.contains(packed, $0)
        }
        guard isRefusal else { return nil }
        if let line = RobotsLine(bytes, place: place, number: number),
            line.field == .contentSignal || line.field == .contentUsage
        {
            return nil
        }
        return [UInt8(ascii: "/")]
    }

    /// The path of a line that no specification has and whose name says no to training: `NoAI: /`, `AI-Training: disallow`,
    /// `TDM-Reservation: 1`, `X-Robots-Tag: noai`.
    private static func named(_ bytes: [UInt8], _ place: Range<Int>, _ number: Int) -> ArraySlice<UInt8>? {
        guard let line = RobotsLine(bytes, place: place, number: number),
            line.field == .unknown || line.field == .disallow,
            let colon = bytes[place].firstIndex(of: UInt8(ascii: ":")), colon < line.value.endIndex
        else { return nil }
        let name = ByteText.string(ByteText.trimmed(bytes[place.lowerBound..<colon]))
        // One that begins as `Disallow` does is that rule, which an `Allow` may outweigh: `Disallow-AI: /` may not be.
        if line.field == .disallow, name.utf8.count <= 9 || !TrainingName.refuses(name, "") { return nil }
        let value = ByteText.string(line.value.prefix(256))
        if ByteText.lowercased(name) == "x-robots-tag" {
            return XRobotsTag.parse(content: value).contains { $0.name == "noai" } ? [UInt8(ascii: "/")] : nil
        }
        let isRefusal =
            TrainingName.refuses(name, value) || TrainingName.refusesSwapped(name, value)
            || TrainingName.isRefusal(value)
            || NearName.meant(by: name.utf8, among: [.tdmReservation]) != nil && NearValue.reserves(value, name)
        if !isRefusal, NearName.meant(by: name.utf8, among: [.disallow]) == nil || line.value.isEmpty { return nil }
        return line.value.first.map(isPathStart) ?? false ? line.value : [UInt8(ascii: "/")]
    }

    /// Every path, of a line that is no rule and says no to training by itself: `No AI training`, `// noai`.
    private static func plain(_ bytes: [UInt8], _ place: Range<Int>) -> ArraySlice<UInt8>? {
        let body = ByteText.trimmed(bytes[place].prefix { $0 != UInt8(ascii: "#") }.drop { !ByteText.isLetter($0) })
        guard body.count <= 48, !body.contains(UInt8(ascii: ":")) else { return nil }
        return TrainingName.isRefusal(ByteText.string(body)) ? [UInt8(ascii: "/")] : nil
    }

    /// The path of a preference that says no to training and whose comma binds it to the path: `/a/, train-ai=n`. By the
    /// grammar the comma is the path's (draft-ietf-aipref-attach-05, section 3), which then is one that no URL has.
    private static func joined(_ bytes: [UInt8], _ place: Range<Int>, _ number: Int) -> ArraySlice<UInt8>? {
        guard let line = RobotsLine(bytes, place: place, number: number),
            line.field == .contentSignal || line.field == .contentUsage, line.value.first.map(isPathStart) ?? false,
            let comma = line.value.prefix(while: { !ByteText.isSpace($0) }).firstIndex(of: UInt8(ascii: ","))
        else { return nil }
        let rest = line.value[(comma + 1)...].filter { !ByteText.isSpace($0) }[...]
        let refuses = ["ai-train=n", "train-ai=n", "bots=n"].contains { ByteText.contains(rest, $0) }
        return refuses ? line.value[..<comma] : nil
    }

    /// The path that a line means to refuse; nil if it is a rule, or means none.
    private static func value(_ bytes: [UInt8], _ place: Range<Int>, _ number: Int) -> ArraySlice<UInt8>? {
        let body = bytes[place].prefix { $0 != UInt8(ascii: "#") }
        if let line = RobotsLine(bytes, place: place, number: number), line.field == .disallow,
            line.value.first.map(isPathStart) ?? true
        {
            return nil
        }
        guard body.count < 4096, words.contains(where: { ByteText.contains(body, $0) }) else { return nil }
        let text = Array(LooseText.plain(ByteText.string(body)).utf8)[...]
        return words.lazy.compactMap { refused(text, by: $0) }.first
    }

    /// What a word of refusal is followed by in a line: a path, or a word for all of them.
    private static func refused(_ line: ArraySlice<UInt8>, by word: String) -> ArraySlice<UInt8>? {
        guard let at = ByteText.place(of: word, in: line), isLead(line[..<at]) else { return nil }
        let after = line[(at + word.utf8.count)...]
        let rest = after.drop { marks.contains($0) || ByteText.isSpace($0) }
        guard rest.startIndex > after.startIndex || word.hasPrefix("dis") else { return nil }
        let value = rest.prefix { !ByteText.isSpace($0) && $0 != UInt8(ascii: "<") }
        guard value.first.map(isPathStart) == false else { return value.isEmpty ? nil : value }
        let isAll = everything.contains(ByteText.string(value.map(ByteText.lower)))
        return isAll && value.endIndex == ByteText.trimmed(rest).endIndex ? [UInt8(ascii: "/")] : nil
    }

    private static let words = RobotsLine.misspeltDisallow + ["dis-allow", "deny", "forbid", "block"]
    private static let everything: Set<String> = ["all", "any", "everything", "yes", "true"]
    private static let marks = Array(":=->".utf8)

    private static func isPathStart(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*") }

    /// What may stand before the word: bullets and other marks, an agent, a mark of HTML.
    private static func isLead(_ before: ArraySlice<UInt8>) -> Bool {
        let before = ByteText.trimmed(before)
        return before.first == UInt8(ascii: "<") || ByteText.hasPrefix(before, "user")
            || !before.contains { ByteText.isLetter($0) || $0 == UInt8(ascii: "/") }
    }
}

extension RobotsFile {
    /// The first rule for an agent that means a path and names it by a whole address, or without the slash it begins with: by
    /// RFC 9309 it matches nothing.
    func unrootedRefusal(of url: CanonicalURL, to agent: ProductToken) -> RobotsRecord? {
        guard !unrooted.isEmpty else { return nil }
        let own = Set((plain.rules(for: agent) ?? []) + (lists?.rules(for: agent) ?? []))
        let path = Paths(Array(url.pathAndQuery.utf8)).rfc
        let rule = unrooted.first { index in
            guard own.contains(index), let meant = Self.rooted(rules[index].value, url) else { return false }
            return PathPattern(meant[...], .rfc).matches(path)
        }
        return rule.map { record(rules[$0]) }
    }

    /// The path that a rule means which names it otherwise; nil for one on another host.
    private static func rooted(_ value: ArraySlice<UInt8>, _ url: CanonicalURL) -> [UInt8]? {
        let slash = UInt8(ascii: "/")
        var rest = value.prefix { !ByteText.isSpace($0) }
        let host = ByteText.lowercased(url.url.host ?? "")
        let isAddress = ["https://", "http://", "//"].first { ByteText.hasPrefix(rest, $0) }
        if let scheme = isAddress { rest = rest.dropFirst(scheme.utf8.count) }
        let name = rest.prefix { $0 != slash && $0 != UInt8(ascii: ":") }
        if ByteText.equals(name, host) {
            rest = rest.drop { $0 != slash }
        } else if isAddress != nil {
            return nil
        }
        if TrainingName.isRefusal("no " + ByteText.string(rest)) { return [slash] }
        return [slash] + rest.drop { $0 == slash || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "\\") }
    }

    /// Lines that RFC 9309 has passed over and that plainly refuse a path, or training on it: rules before the first
    /// group, and lines that are misread. They bind no crawler, and are no sign of permission.
    /// The first of them.
    func voidRefusal(of pathAndQuery: String) -> RobotsRecord? {
        let path = Paths(Array(pathAndQuery.utf8)).rfc
        if let rule = plain.outside.first(where: { refuses(rules[$0], path) }) { return record(rules[rule]) }
        if let rule = meant?.byAgent["*"]?.first(where: { refuses(rules[$0], path) }),
            plain.byAgent["*"]?.contains(rule) != true
        {
            return record(rules[rule])
        }
        if let rule = lists?.byAgent["*"]?.first(where: { refusesTraining($0, path) }),
            plain.byAgent["*"]?.contains(rule) != true
        {
            return record(rules[rule])
        }
        return misread.first { $0.pattern.matches(path) }.map {
            RobotsRecord(line: $0.line, offset: $0.place.lowerBound, text: Array(bytes[$0.place]))
        }
    }

    private func refusesTraining(_ rule: Int, _ path: [UInt8]) -> Bool {
        rules[rule].kind != .disallow && refuses(rules[rule], path)
    }

    private func refuses(_ rule: RobotsRule, _ path: [UInt8]) -> Bool {
        guard rule.rfc.map({ $0.matches(path) }) ?? (rule.kind != .disallow) else { return false }
        switch rule.kind {
        case .disallow: return true
        case .contentSignal:
            let values = ContentSignal.parse(ByteText.string(rule.value)).values
            return values[.aiTrain] == "no" || values[.use].map { $0 != "full" } ?? false
        case .contentUsage:
            let packed = rule.value.filter { !ByteText.isSpace($0) }[...]
            return ByteText.contains(packed, "train-ai=n") || ByteText.contains(packed, "bots=n")
        case .allow, .licence, .licenceLookAlike, .crawlDelay: return false
        }
    }
}
