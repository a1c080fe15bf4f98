internal import Canonical

/// The words in which pages state, limit and take back a licence of their text, as data.
///
/// Format: `config/signals/statements.yaml`, explained in `docs/formats/statements.md`.
struct StatementTable: Sendable {
    static let fileName = "statements.yaml"

    /// A turn of phrase that is read as a whole, and what it is read as.
    enum Formula: UInt8, CaseIterable {
        case thisWork, beside, limit, waiver

        /// As the table writes it.
        var name: String {
            switch self {
            case .thisWork: "this_work"
            case .beside: "beside"
            case .limit: "limit"
            case .waiver: "waiver"
            }
        }

        var reading: String {
            switch self {
            case .thisWork: " this content "
            case .beside: " "
            case .limit: " except where otherwise noted "
            case .waiver: " © released "
            }
        }
    }

    /// Words that speak against a licence.
    enum Objection: UInt8, CaseIterable {
        /// All rights are reserved.
        case reserved
        /// Copying or use is forbidden in so many words.
        case forbidden
        /// Something that licences permit is forbidden: heard beside a licence.
        case restricted

        /// As the table writes it.
        var name: String {
            switch self {
            case .reserved: "reserved"
            case .forbidden: "forbidden"
            case .restricted: "restricted"
            }
        }
    }

    private let formulas: PhraseSearch
    /// What is heard wherever it stands on a page.
    let anywhere: PhraseSearch
    private let besideLicences: PhraseSearch
    /// Names of `meta` elements whose value is meant as a licence, and of those that may name one among other things.
    let licenceMetas: Set<String>
    let rightsMetas: Set<String>
    /// What structured data say of a work.
    let data: WorkDataTable
    /// Whose a work is, and who may have it.
    let holders: HolderTable
    /// What the names of elements say of their content.
    let frames: FrameTable
    private let quoting: PhraseSearch

    init(_ node: ConfigNode) throws(ConfigError) {
        let objections = Objection.allCases.map(\.name)
        let keys = try node.map(
            ["as_of", "source", "formulas", "metas", "data", "frames", "holders", "quoting"] + objections)
        func due(_ key: String, _ keys: [String: ConfigNode], _ node: ConfigNode) throws(ConfigError) -> ConfigNode {
            guard let value = keys[key] else { throw node.fault("\(key) is missing") }
            return value
        }
        for key in ["as_of", "source"] { _ = try due(key, keys, node).string() }
        let turns = try due("formulas", keys, node)
        let known = try turns.map(Formula.allCases.map(\.name))
        var spoken: [Phrase] = []
        for kind in Formula.allCases { spoken += try Phrase.list(due(kind.name, known, turns), kind: kind.rawValue) }
        formulas = try PhraseSearch(spoken, in: turns)
        func phrases(_ objection: Objection) throws(ConfigError) -> [Phrase] {
            try Phrase.list(due(objection.name, keys, node), kind: objection.rawValue)
        }
        let forbidden = try phrases(.forbidden)
        anywhere = try PhraseSearch(phrases(.reserved) + forbidden, in: node)
        besideLicences = try PhraseSearch(forbidden + phrases(.restricted), in: node)
        data = try WorkDataTable(try due("data", keys, node))
        holders = try HolderTable(try due("holders", keys, node))
        frames = try FrameTable(try due("frames", keys, node))
        quoting = try PhraseSearch(Phrase.list(due("quoting", keys, node), kind: 0), in: node)
        let metas = try due("metas", keys, node)
        let names = try metas.map(["licence", "rights"])
        licenceMetas = Set(try due("licence", names, metas).strings().map { ByteText.lowercased($0) })
        rightsMetas = Set(try due("rights", names, metas).strings().map { ByteText.lowercased($0) })
    }

    /// A text with what its formulas stand for in their places.
    func plain(_ bytes: [UInt8]) -> [UInt8] {
        let found = formulas.all(in: bytes).sorted {
            ($0.place.lowerBound, -$0.place.upperBound) < ($1.place.lowerBound, -$1.place.upperBound)
        }
        guard !found.isEmpty else { return bytes }
        var (out, at): ([UInt8], Int) = ([], 0)
        for find in found where find.place.lowerBound >= at {
            out += bytes[at..<find.place.lowerBound]
            out += (Formula(rawValue: find.kind)?.reading ?? " ").utf8
            at = find.place.upperBound
        }
        return out + bytes[at...]
    }

    /// Whether a text reserves all rights.
    func reserves(_ text: String) -> Bool {
        anywhere.all(in: Array(text.utf8)).contains { $0.kind == Objection.reserved.rawValue }
    }

    /// Whether words before or after a statement tell that it is shown or remembered, and not made.
    func quotes(_ bytes: [UInt8]) -> Bool { !quoting.all(in: bytes).isEmpty }

    /// Whether words beside a licence forbid use or copying.
    func forbids(_ bytes: ArraySlice<UInt8>) -> Bool { !besideLicences.all(in: Array(bytes)).isEmpty }
}
