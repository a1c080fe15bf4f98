internal import Canonical

/// Which properties of metadata tell whose a work is and who may have it, and the words that tell nobody in particular, as
/// data.
///
/// Format: `holders` of `config/signals/statements.yaml`, explained in `docs/formats/statements.md`.
struct HolderTable: Sendable {
    /// Properties whose value is who holds the rights or made the work available, as keys.
    let holders: Set<String>
    /// Properties whose value is a notice of rights or a line of credit, as keys.
    let notices: Set<String>
    /// Properties that tell who may reach the work, as keys.
    let access: Set<String>
    /// Properties that name who the page itself is by, as keys.
    let own: Set<String>
    /// Words for whoever wrote the work.
    let anyone: Set<String>
    /// Words that may stand behind a name of the page's.
    let forms: Set<String>
    /// Words for those to whom a closed work is open.
    let closed: Set<String>
    /// Words in the type of a page that shows a thing and is no text.
    private let shown: Set<String>

    init(_ node: ConfigNode) throws(ConfigError) {
        let keys = try node.map(["holders", "notices", "access", "own", "anyone", "forms", "closed", "shown"])
        func set(_ key: String) throws(ConfigError) -> Set<String> {
            guard let list = keys[key] else { throw node.fault("\(key) is missing") }
            return Set(try list.strings().map { ByteText.lowercased($0) })
        }
        holders = try set("holders")
        notices = try set("notices")
        access = try set("access")
        own = try set("own")
        anyone = try set("anyone")
        forms = try set("forms")
        closed = try set("closed")
        shown = try set("shown")
    }

    /// A property without the prefix or path of its vocabulary, in lower case: `rightsholder` of `dcterms:rightsHolder`.
    static func key(_ name: String) -> String {
        let end = name.utf8.lastIndex { ":/#.".utf8.contains($0) }
        return ByteText.lowercased(String(end.map { name[name.utf8.index(after: $0)...] } ?? name[...]))
    }

    /// Whether a page of a type shows a thing: `video.other`, `flickr_photos:photo`.
    func isShown(type: String) -> Bool {
        ByteText.lowercased(type).split { !$0.isLetter }.contains { shown.contains(String($0)) }
    }
}
