/// By what rule tokens of a text are counted. Rules are pinned: what one says of a text never changes, on any machine.
public enum CountingRule: String, CaseIterable, Sendable {
    /// UTF-8 octets.
    case bytes
    /// Words, as ``WordCount`` has them.
    case words

    /// As a usage report names it.
    public var name: String {
        switch self {
        case .bytes: "utf-8 bytes of the text"
        case .words: "words of the text, muniment-words/1"
        }
    }
}
