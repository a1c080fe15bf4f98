/// The files of a snapshot, besides the manifest that names them all.
enum SnapshotFile: String, CaseIterable, Hashable, Sendable {
    case entries = "entries.bin"
    case filter = "filter.bin"
    case idStarts = "id-starts.bin"
    case ids = "ids.bin"
    case prefixes = "prefixes.bin"
    case publicSuffixList = "public_suffix_list.dat"
    case repertoire = "repertoire.json"
    case sketches = "sketches.bin"
    case table = "table.bin"
    case terms = "terms.bin"

    static let manifest = "manifest.json"

    /// Whether a snapshot may be without it: older ones are.
    var isOptional: Bool { self == .repertoire || self == .filter }

    func path(in folder: String) -> String { folder + "/" + rawValue }
}
