internal import Markup

/// The language that a block of code states.
///
/// Source: HTML Standard, section 4.5.15 "The code element" (a class that begins with `language-`), read 2026-11-30;
/// `lang-` is what older highlighters write.
enum CodeLanguage {
    /// - Parameter owner: The `pre` element; its own class is read and that of the `code` in it.
    /// - Returns: The name, or nothing.
    static func stated(of owner: Int, _ page: PageReading) -> [UInt8] {
        guard owner >= 0 else { return [] }
        for node in [owner, owner + 1] where node < Int(page.nodes[owner].end) {
            guard let value = page.attribute(.class, of: node) else { continue }
            for token in page.tokens(value) {
                for prefix in prefixes where page.starts(token, withIgnoringCase: prefix) {
                    let name = page.bytes(token).dropFirst(prefix.utf8CodeUnitCount)
                    if !name.contains(0x60) { return Array(name) }
                }
            }
        }
        return []
    }

    private static let prefixes: [StaticString] = ["language-", "lang-"]
}
