internal import Provenance

/// The facts as each pack of a ruleset sees them; what depends only on the protocols asked for is read once for all
/// packs that ask for the same.
struct PackSheets {
    private let reader: FactReader
    private let boxes: [PackEvaluation.Box]
    private let sharing: [Int]
    private let shared: FactSheet
    private var read: [Read?]

    /// The facts that packs with the same protocols share, with what ``FactSheet/mixed`` is of them.
    private typealias Read = (facts: FactSheet, mixed: UInt64)

    init(_ reader: FactReader, _ ruleset: Ruleset) {
        self.reader = reader
        boxes = ruleset.boxes
        sharing = ruleset.sharing
        shared = reader.shared()
        read = Array(repeating: nil, count: ruleset.packs.count)
    }

    /// - Returns: The facts, and what they are mixed to.
    mutating func facts(of place: Int) -> (facts: FactSheet, mixed: UInt64) {
        let first = sharing[place]
        if read[first] == nil {
            var sheet = shared
            reader.readProtocols(of: boxes[first], into: &sheet)
            read[first] = (sheet, sheet.mixed)
        }
        let common = read[first] ?? (shared, shared.mixed)
        // Nearly all packs have nothing of their own, and need no copy.
        guard reader.hasOwn(boxes[place]) else { return common }
        var sheet = common.facts
        reader.finish(&sheet, for: boxes[place])
        return (sheet, sheet.mixed)
    }
}
