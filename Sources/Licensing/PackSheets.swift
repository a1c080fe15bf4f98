internal import Provenance

/// The facts as each pack of a ruleset sees them; what depends only on the protocols asked for is read once for all
/// packs that ask for the same.
struct PackSheets {
    private let reader: FactReader
    private let boxes: [PackEvaluation.Box]
    private let sharing: [Int]
    private let shared: FactSheet
    private var read: [FactSheet?]

    init(_ reader: FactReader, _ ruleset: Ruleset) {
        self.reader = reader
        boxes = ruleset.boxes
        sharing = ruleset.sharing
        shared = reader.shared()
        read = Array(repeating: nil, count: ruleset.packs.count)
    }

    mutating func facts(of place: Int) -> FactSheet {
        let first = sharing[place]
        var sheet = read[first] ?? shared
        if read[first] == nil {
            reader.readProtocols(of: boxes[first], into: &sheet)
            read[first] = sheet
        }
        reader.finish(&sheet, for: boxes[place])
        return sheet
    }
}
