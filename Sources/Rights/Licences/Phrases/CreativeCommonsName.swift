/// A licence of Creative Commons as people write its name.
struct CreativeCommonsName {
    let unit: String
    let version: String
    /// One past its last byte.
    let end: Int

    /// A name without a version, or of none that exists, is a family.
    var named: NamedLicence {
        guard !unit.isEmpty else { return .unversioned(unit: "") }
        let dedications = ["zero", "mark"]
        let path = dedications.contains(unit) ? "publicdomain/\(unit)/1.0" : "licenses/\(unit)/\(version)"
        let isKnown = dedications.contains(unit) || !version.isEmpty
        return isKnown ? NamedLicence(CreativeCommonsURL.read("creativecommons.org/" + path)) : .unversioned(unit: unit)
    }

    /// The name that begins at a place; nil if none does.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> CreativeCommonsName? {
        let first = ByteText.lower(bytes[place])
        if first == UInt8(ascii: "c") {
            var scanner = NameScanner(bytes: bytes, at: place)
            if scanner.skips("creative") {
                guard scanner.skipsMarks(), scanner.skips("commons") else { return nil }
                return spelled(&scanner)
            }
            return scanner.skips("cc") ? short(&scanner) : nil
        }
        guard first >= 0xE3 else { return nil }
        var scanner = NameScanner(bytes: bytes, at: place)
        return scanner.skipsAny(houses) ? spelled(&scanner) : nil
    }

    /// How its names begin, in lower case.
    static let beginnings = houses + [Array("cc".utf8), Array("creative".utf8)]

    /// Creative Commons in writings of its own.
    private static let houses = [
        "知识共享", "知識共享", "創用", "创作共用", "クリエイティブ・コモンズ", "クリエイティブコモンズ", "크리에이티브 커먼즈", "크리에이티브 커먼스",
    ].map { Array($0.utf8) }

    /// `CC` was read: `CC BY-NC-SA 4.0`, `CC0`, `CC Zero`.
    private static func short(_ scanner: inout NameScanner) -> CreativeCommonsName? {
        let joined = scanner.at
        _ = scanner.skipsMarks()
        if scanner.skipsWord("0") || scanner.skipsWord("zero") { return name("zero", &scanner) }
        if scanner.skipsWord("pdm") || scanner.skipsWord("pd") { return name("mark", &scanner) }
        guard scanner.at > joined, scanner.skipsWord("by") else { return nil }
        let isCapital = scanner.bytes[scanner.at - 1] == UInt8(ascii: "Y")
        var elements: Set<String> = []
        while elements.count < 3 {
            let before = scanner.at
            guard scanner.skipsMarks(), let element = ["nc", "sa", "nd"].first(where: { scanner.skipsWord($0) }) else {
                scanner.at = before
                break
            }
            elements.insert(element)
        }
        let found = name(unit(of: elements.union(["by"])), &scanner)
        // In small letters and alone it is the copy of a letter: `cc by post`.
        return isCapital || !elements.isEmpty || !found.version.isEmpty ? found : nil
    }

    /// The name of the house was read: words for elements follow, among words that mean nothing.
    private static func spelled(_ scanner: inout NameScanner) -> CreativeCommonsName {
        var elements: Set<String> = []
        var last = scanner.at
        var idle = 0
        while idle < 4 {
            _ = scanner.skipsMarks()
            if let element = scanner.element() {
                elements.insert(element)
                (last, idle) = (scanner.at, 0)
            } else if scanner.hasDigit || !scanner.skipsOneWord() {
                break
            } else {
                idle += 1
            }
        }
        if !scanner.hasDigit { scanner.at = last }
        if elements.contains("zero") { return name("zero", &scanner) }
        if elements.contains("mark") { return name("mark", &scanner) }
        // Without attribution among its words it is no licence that is still offered, or no licence at all.
        let isUnit = elements.contains("by") && !(elements.contains("sa") && elements.contains("nd"))
        return name(isUnit ? unit(of: elements) : "", &scanner)
    }

    private static func unit(of elements: Set<String>) -> String {
        ["by", "nc", "nd", "sa"].filter(elements.contains).joined(separator: "-")
    }

    private static func name(_ unit: String, _ scanner: inout NameScanner) -> CreativeCommonsName {
        let end = scanner.at
        let version = scanner.version()
        return CreativeCommonsName(unit: unit, version: version ?? "", end: version == nil ? end : scanner.at)
    }
}
