internal import Canonical

/// Which properties and values of structured data tell that a work is not the text of a page, or not open, as data.
///
/// Format: `data` of `config/signals/statements.yaml`, explained in `docs/formats/statements.md`.
struct WorkDataTable: Sendable {
    /// Media types of text that a page is served as.
    private let formats: Set<String>
    /// Conditions of access that close nothing.
    private let open: Set<String>
    /// Words in the fragment of an identifier that name another thing.
    private let fragments: Set<String>
    /// Properties that only other things than texts have.
    let things: Set<String>
    /// Properties that limit who may use it, where or until when.
    let limits: Set<String>
    /// What the status of a work may be that is done.
    private let done: Set<String>

    init(_ node: ConfigNode) throws(ConfigError) {
        let names = ["formats", "open", "fragments", "things", "limits", "done"]
        let keys = try node.map(names)
        func set(_ key: String) throws(ConfigError) -> Set<String> {
            guard let list = keys[key] else { throw node.fault("\(key) is missing") }
            return Set(try list.strings())
        }
        formats = try set("formats")
        open = try set("open")
        fragments = try set("fragments")
        things = try set("things")
        limits = try set("limits")
        done = try set("done")
    }

    /// `text/html; charset=utf-8`
    func isText(format: String) -> Bool {
        let type = format.prefix { $0 != ";" }
        return formats.contains(ByteText.lowercased(ByteText.trimmed(String(type))))
    }

    func isOpen(access: String) -> Bool {
        open.contains(LicenceWords.words(access.prefix(200).utf8).joined(separator: " "))
    }

    func isDone(status: String) -> Bool {
        done.contains(ByteText.lowercased(WorkType.local(ByteText.trimmed(status))))
    }

    /// Whether a word of a fragment or path, or its end, names another thing: `#photo-1`, `#heroImage`, `#primaryimage`.
    func isThing(_ name: Substring) -> Bool {
        LicencePlace.words(Array(name.utf8.prefix(200))[...]).contains { word in
            fragments.contains { thing in
                word == thing || word == thing + "s" || thing.utf8.count >= Self.ending && word.hasSuffix(thing)
            }
        }
    }

    /// Bytes from which a word for a thing is heard at the end of another.
    private static let ending = 5
}
