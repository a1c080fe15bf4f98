/// The rules of a Public Suffix List, checked, without comments.
///
/// libpsl takes any line for a rule and reads a comment of over 255 bytes as several lines, so the list is checked and
/// cleaned before it sees it. The two lines that begin and end the sections are kept.
struct PublicSuffixRules {
    private(set) var text: [UInt8] = []
    private(set) var count = 0

    init(_ contents: [UInt8]) throws(PublicSuffixError) {
        guard String(validating: contents, as: UTF8.self) != nil else {
            throw PublicSuffixError(line: nil, reason: "it is not UTF-8")
        }
        text.reserveCapacity(contents.count)
        var (number, start) = (0, 0)
        while start <= contents.count {
            number += 1
            let end = contents[start...].firstIndex(of: 0x0A) ?? contents.count
            try add(contents[start..<end], number)
            start = end + 1
        }
        guard count > 0 else { throw PublicSuffixError(line: nil, reason: "it has no rule") }
    }

    /// - Parameter number: Of the line, from 1.
    private mutating func add(_ line: ArraySlice<UInt8>, _ number: Int) throws(PublicSuffixError) {
        let line = line.drop(while: Self.isSpace)
        if line.first == UInt8(ascii: "/"), line.dropFirst().first == UInt8(ascii: "/") {
            if Self.isSectionMarker(line) { append(line.prefix(while: { $0 != 0x0D })) }
            return
        }
        let rule = line.prefix { !Self.isSpace($0) }
        guard !rule.isEmpty else { return }
        if let reason = Self.fault(in: rule) { throw PublicSuffixError(line: number, reason: reason) }
        append(rule)
        count += 1
    }

    private mutating func append(_ line: ArraySlice<UInt8>) {
        text += line
        text.append(0x0A)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isSectionMarker(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "// ===BEGIN ".utf8) || line.starts(with: "// ===END ".utf8)
    }

    private static func fault(in rule: ArraySlice<UInt8>) -> String? {
        if rule.count <= 253, isSound(rule) { return nil }
        let shown = String(decoding: rule.prefix(80), as: UTF8.self)
        return rule.count > 253 ? "the rule \"\(shown)…\" is longer than a name can be" : "\"\(shown)\" is not a rule"
    }

    /// Labels between dots, none empty; the first may be `*`.
    private static func isSound(_ rule: ArraySlice<UInt8>) -> Bool {
        let name = rule.first == UInt8(ascii: "!") ? rule.dropFirst() : rule
        var (atLabel, at) = (true, name.startIndex)
        if name.first == UInt8(ascii: "*") { (atLabel, at) = (false, at + 1) }
        if !atLabel, at < name.endIndex, name[at] != UInt8(ascii: ".") { return false }
        while at < name.endIndex {
            let isDot = name[at] == UInt8(ascii: ".")
            guard isDot ? !atLabel : isLabelByte(name[at]) else { return false }
            (atLabel, at) = (isDot, at + 1)
        }
        return !atLabel
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == 0x2D || byte == 0x5F || ASCII.isDigit(byte)
            || (ASCII.isAlpha(byte) && !ASCII.isUpper(byte))
    }
}
