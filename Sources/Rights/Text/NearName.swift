/// Names of specifications that people misspell, each with the forms by which it is meant.
///
/// What stands under such a name says nothing by any specification. It is compared by its letters alone, without a leading
/// `X-`, and in longer names a letter or two may be wrong. It is heard only where it refuses, and never as a permission
/// (docs/decisions/0017-names-that-are-meant.md).
enum NearName: CaseIterable {
    case tdmReservation, contentUsage, contentSignal, robots, trainingAllowed, terms, disallow

    /// Letters of the forms, small. The first is the name of the specification.
    private var forms: [String] {
        switch self {
        case .tdmReservation: ["tdmreservation", "tdmreserved", "tdmoptout", "tdmrep", "tdm"]
        case .contentUsage: ["contentusage", "aipreference", "aipreferences", "usagepreference", "aipref"]
        case .contentSignal: ["contentsignal", "contentsignals"]
        case .robots: ["robotstag", "robots", "robotstags", "robotstxt", "robotsai", "airobots", "metarobots"]
        case .trainingAllowed: ["datatrainingallowed", "trainingallowed", "aitrainingallowed"]
        case .terms: ["rsl", "rsllicense", "rsllicence"]
        case .disallow: ["disallow"]
        }
    }

    /// The name that some bytes mean; nil if they mean none of those.
    static func meant(by name: some Collection<UInt8>, among wanted: Set<NearName>) -> NearName? {
        guard name.count <= longest else { return nil }
        // Most names are far from all of these, which their letters tell before any is compared.
        let outline = outline(name)
        guard outline.count >= shortest, outlines.contains(where: { $0.mayBeNear(outline) }) else { return nil }
        var letters: [UInt8] = []
        letters.reserveCapacity(outline.count)
        forEachLetter(of: name) { letters.append($0) }
        return table.first { $0.outline.mayBeNear(outline) && wanted.contains($0.name) && $0.isNear(letters) }?.name
    }

    private static let longest = 32
    private static let shortest = 3

    /// How many letters a name has, and which, a bit each: every wrong letter changes two at most.
    private struct Outline {
        var count = 0
        var mask: UInt32 = 0
        /// Letters that may be wrong: a short word with a wrong letter is another word.
        var mistakes: Int { count < 6 ? 0 : count < 10 ? 1 : 2 }

        func mayBeNear(_ other: Outline) -> Bool {
            abs(count - other.count) <= mistakes && (mask ^ other.mask).nonzeroBitCount <= 2 * mistakes
        }
    }

    private static func outline(_ name: some Collection<UInt8>) -> Outline {
        var outline = Outline()
        forEachLetter(of: name) { letter in
            outline.count += 1
            outline.mask |= 1 << UInt32((letter &- 0x61) & 31)
        }
        return outline
    }

    /// The small letters of a name, without the `X-` that marks a field as one's own.
    private static func forEachLetter(of name: some Collection<UInt8>, _ body: (UInt8) -> Void) {
        let isOwn =
            name.first.map(ByteText.lower) == UInt8(ascii: "x")
            && !(name.dropFirst().first.map(ByteText.isLetter) ?? true)
        for byte in isOwn ? name.dropFirst(2) : name[...] where ByteText.isLetter(byte) { body(ByteText.lower(byte)) }
    }

    private struct Form {
        let name: NearName
        let letters: [UInt8]
        let outline: Outline

        init(_ name: NearName, _ text: String) {
            (self.name, letters) = (name, Array(text.utf8))
            outline = NearName.outline(letters)
        }

        func isNear(_ other: [UInt8]) -> Bool {
            letters == other || outline.mistakes > 0 && EditDistance.between(letters, other) <= outline.mistakes
        }
    }

    private static let table = allCases.flatMap { name in name.forms.map { Form(name, $0) } }
    /// Apart from the letters, so that nothing is counted for the many names that are near none.
    private static let outlines = table.map(\.outline)
}
