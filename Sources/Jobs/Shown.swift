/// What was given, as a message may show it.
enum Shown {
    /// The beginning of a text that may hold anything, on one line and without what a terminal would obey.
    static func text(_ text: String) -> String {
        String(decoding: text.utf8.prefix(60).map { $0 < 0x20 || $0 > 0x7E ? 0x2E : $0 }, as: UTF8.self)
    }
}
