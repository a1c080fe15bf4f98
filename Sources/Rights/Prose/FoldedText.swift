/// Text made alike for comparison: small letters without accents, one space for any run of spaces and hyphens, and
/// sentence ends marked.
///
/// Every byte knows the byte of the source it comes from, so that what is found can be quoted as it stands.
struct FoldedText {
    /// Stands between sentences and between blocks.
    static let sentenceEnd: UInt8 = 0x0A

    private(set) var bytes: [UInt8] = []
    /// For each byte, where the character it comes from begins in the source.
    private(set) var offsets: [Int32] = []

    private let abbreviations: Set<[UInt8]>
    private let splits: Bool
    /// A full stop was read; with white space after it, a sentence may have ended.
    private var stop = Stop.none

    private enum Stop { case none, stopped, armed, certain }

    /// - Parameters:
    ///   - abbreviations: Folded words after which a full stop ends no sentence.
    ///   - splits: Whether sentence ends are marked.
    init(abbreviations: Set<[UInt8]> = [], splits: Bool = true) {
        (self.abbreviations, self.splits) = (abbreviations, splits)
    }

    /// A phrase as it would stand in a text.
    static func phrase(_ text: some StringProtocol) -> [UInt8] { unsplit(Array(text.utf8)).bytes }

    private static func unsplit(_ source: [UInt8]) -> FoldedText {
        var folded = FoldedText(splits: false)
        folded.append(source, in: source.indices)
        while folded.bytes.last == 0x20 { folded.bytes.removeLast() }
        return folded
    }

    /// A phrase as it would stand in a text, and the parts of it that stand there as they are, case aside.
    static func letters(_ source: [UInt8]) -> (bytes: [UInt8], letters: [Range<Int>]) {
        if let parts = plainParts(source) { return (source, parts) }
        let folded = unsplit(source)
        var (parts, start): ([Range<Int>], Int?) = ([], nil)
        var at = 0
        while at < folded.bytes.count {
            var end = at + 1
            while end < folded.bytes.count, folded.offsets[end] == folded.offsets[at] { end += 1 }
            if isAsWritten(folded.bytes[at..<end], Int(folded.offsets[at]), source) {
                start = start ?? at
            } else if let low = start {
                parts.append(low..<at)
                start = nil
            }
            at = end
        }
        if let low = start { parts.append(low..<folded.bytes.count) }
        return (folded.bytes, parts)
    }

    /// Whether a character is a letter, digit or dot that folding left as it is, case aside, and that bears no accent of its own.
    private static func isAsWritten(_ bytes: ArraySlice<UInt8>, _ origin: Int, _ source: [UInt8]) -> Bool {
        guard let first = bytes.first else { return false }
        if first >= 0x80 { return source[origin...].starts(with: bytes) }
        let isAccented = origin + 1 < source.count && source[origin + 1] & 0xFE == 0xCC
        guard ByteText.lower(source[origin]) == first, bytes.count == 1, !isAccented else { return false }
        return ByteText.isLetter(first) || ByteText.isDigit(first) || first == UInt8(ascii: ".")
    }

    /// The words of a phrase of small ASCII letters, digits and single spaces between them, which folding leaves as it is;
    /// nil for any other.
    private static func plainParts(_ source: [UInt8]) -> [Range<Int>]? {
        var (parts, start): ([Range<Int>], Int) = ([], 0)
        for (at, byte) in source.enumerated() {
            if byte == 0x20 {
                guard at > start else { return nil }
                parts.append(start..<at)
                start = at + 1
            } else if byte &- 0x61 >= 26, !ByteText.isDigit(byte) {
                return nil
            }
        }
        guard source.count > start else { return nil }
        parts.append(start..<source.count)
        return parts
    }

    /// Where a part of the text stands in what it was folded from, to the end of its last character.
    func place(of range: Range<Int>, in source: [UInt8]) -> Range<Int> {
        var end = Int(offsets[range.upperBound - 1]) + 1
        while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
        return Int(offsets[range.lowerBound])..<end
    }

    /// Ends a block: what follows is another sentence.
    mutating func endBlock() {
        guard let last = bytes.last, last != Self.sentenceEnd else { return }
        if last == 0x20 { bytes[bytes.count - 1] = Self.sentenceEnd } else { push(Self.sentenceEnd, offsets.last ?? 0) }
        stop = .none
    }

    /// Ends a line inside a block: what follows is another word.
    mutating func endLine() { space(offsets.last ?? 0) }

    /// Makes what follows a part of the sentence that stands last, whatever mark ends it.
    mutating func goOn() {
        stop = .none
        if let last = bytes.last, last != 0x20, last != Self.sentenceEnd { push(0x20, offsets.last ?? 0) }
    }

    /// - Parameter range: What to read of `source`; offsets count in `source`.
    mutating func append(_ source: [UInt8], in range: Range<Int>) {
        reserve(range.count)
        source.withUnsafeBufferPointer { source in
            var at = range.lowerBound
            while at < range.upperBound {
                let byte = source[at]
                if byte < 0x80 {
                    ascii(byte, Int32(truncatingIfNeeded: at))
                    at += 1
                } else {
                    at += foreign(UnsafeBufferPointer(rebasing: source[at..<min(at + 4, range.upperBound)]), at)
                }
            }
        }
    }

    /// At least doubles what is held: a text is made of many short parts.
    private mutating func reserve(_ more: Int) {
        guard bytes.count + more > bytes.capacity else { return }
        let wanted = max(bytes.count + more, 2 * bytes.capacity)
        bytes.reserveCapacity(wanted)
        offsets.reserveCapacity(wanted)
    }

    @inline(__always)
    private mutating func push(_ byte: UInt8, _ offset: Int32) {
        bytes.append(byte)
        offsets.append(offset)
    }

    private mutating func ascii(_ byte: UInt8, _ offset: Int32) {
        if byte <= 0x20 || byte == UInt8(ascii: "-") { return space(offset) }
        let lower = ByteText.lower(byte)
        if stop != .none { settle(byte) }
        if byte == UInt8(ascii: "|"), splits { return endBlock() }
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
            if byte != UInt8(ascii: ".") || !isAbbreviated { stop = .stopped }
        }
        push(lower, offset)
    }

    private mutating func space(_ offset: Int32) {
        if stop == .stopped { stop = .armed }
        if let last = bytes.last, last != 0x20, last != Self.sentenceEnd { push(0x20, offset) }
    }

    /// A character after a full stop: closing marks keep it, a space before a capital makes it an end.
    private mutating func settle(_ byte: UInt8) {
        switch stop {
        case .stopped where byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D: return
        case .armed where byte &- 0x61 < 26 || ByteText.isDigit(byte): stop = .none
        case .armed, .certain: if splits { endBlock() } else { stop = .none }
        case .stopped, .none: stop = .none
        }
    }

    /// Whether the word before a full stop is a single letter, an abbreviation or a number that may count something.
    private var isAbbreviated: Bool {
        // Letters of other scripts are words; one of them alone, of two bytes, is none.
        if let last = bytes.last, last >= 0x80 {
            guard bytes.count >= 3, bytes[bytes.count - 2] >= 0xC0 else { return false }
            let before = bytes[bytes.count - 3]
            return before < 0x80 && !PhraseMatcher.isWord(before)
        }
        let word = bytes.suffix(7).reversed().prefix { ByteText.isLetter($0) || $0 == UInt8(ascii: ".") }
        // A number may be an ordinal; a year is none.
        if word.isEmpty, bytes.suffix(4).count(where: ByteText.isDigit) == 4 { return false }
        return word.count <= 1 || abbreviations.contains(word.reversed())
    }

    /// Reads one character of several bytes; returns how many.
    private mutating func foreign(_ next: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let offset = Int32(truncatingIfNeeded: at)
        let folded = Folding.fold(next)
        switch folded.meaning {
        case .nothing: break
        case .space: space(offset)
        case .end: if splits { endBlock() } else { space(offset) }
        case .ascii(let byte): ascii(byte, offset)
        case .stop:
            push(UInt8(ascii: "."), offset)
            if splits { stop = .certain }
        case .letters(let first, let second):
            if stop != .none { settle(0x80) }
            push(first, offset)
            if second != 0 { push(second, offset) }
        case .same:
            if stop != .none { settle(0x80) }
            for byte in next.prefix(folded.count) { push(byte, offset) }
        }
        return folded.count
    }
}
