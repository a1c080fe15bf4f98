internal import Canonical

/// Looks for the phrases of a table in short texts and in the text of pages: the words that stand for them are looked for
/// in the bytes as they are, and only a text that has one is made alike and searched.
struct PhraseSearch: Sendable {
    private let matcher: PhraseMatcher
    private let triggers: PhraseTriggers

    /// One phrase that was found, and where in the bytes it stands.
    struct Find: Hashable, Sendable {
        let kind: UInt8
        let place: Range<Int>
    }

    /// - Parameter node: What the phrases stand in, for a message.
    /// - Throws: ``ConfigError`` for more phrases than a matcher holds.
    init(_ phrases: [Phrase], in node: ConfigNode) throws(ConfigError) {
        guard let matcher = PhraseMatcher(phrases), let triggers = PhraseTriggers(phrases) else {
            throw node.fault("more phrases than a matcher holds (\(PhraseAutomaton.mostStates) bytes)")
        }
        (self.matcher, self.triggers) = (matcher, triggers)
    }

    /// Whether a part of some bytes may hold a phrase; `state` is 0 at the beginning of a text and goes on from part to part.
    func mayStand(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ state: inout Int) -> Bool {
        triggers.stand(in: bytes, range, &state)
    }

    /// The phrases of a text, in the order of their ends.
    func all(in bytes: [UInt8]) -> [Find] {
        triggers.stand(in: bytes, bytes.indices) ? all(in: bytes, [bytes.indices]) : []
    }

    /// The same in parts of some bytes that are read as one text, without asking whether any may stand there.
    func all(in bytes: [UInt8], _ parts: [Range<Int>]) -> [Find] {
        var text = FoldedText(splits: false)
        for part in parts { text.append(bytes, in: part) }
        var found: [Find] = []
        matcher.scan(text, source: bytes) { hits in
            found += hits.map { Find(kind: $0.kind, place: text.place(of: Int($0.start)..<Int($0.end), in: bytes)) }
        }
        return found
    }
}
