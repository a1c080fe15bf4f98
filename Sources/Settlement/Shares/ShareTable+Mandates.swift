public import Canonical
internal import Licensing

extension ShareTable {
    /// Reads the repertoire of a file of mandates (`docs/formats/grounds.md`), which is checked as the licensing checks it.
    ///
    /// - Throws: ``ConfigError`` with file, line and key: shares that come to more than the whole of a work, over all
    ///   mandates of one society, or to less without `partial`; a mandate, or one society's share of a party in a work,
    ///   that stands twice.
    public static func read(mandates text: String, file: String) throws(ConfigError) -> ShareTable {
        var table = ShareTable()
        let node = try ConfigNode.read(text, file: file)
        var grounds = OperatorGrounds()
        try grounds.add(.mandates, node)
        for mandate in try node.map(["mandates"])["mandates"]?.list() ?? [] { try table.add(mandate: mandate) }
        return table
    }

    private mutating func add(mandate: ConfigNode) throws(ConfigError) {
        let keys = Dictionary(uniqueKeysWithValues: try mandate.entries().map { ($0.key, $0.value) })
        guard let society = try keys["society"]?.string() else { throw mandate.fault("society is missing") }
        for work in try keys["repertoire"]?.list() ?? [] {
            let keys = Dictionary(uniqueKeysWithValues: try work.entries().map { ($0.key, $0.value) })
            guard let written = try keys["work"]?.string(), let shares = keys["shares"] else {
                throw work.fault("a work has its id and shares")
            }
            let id = try OneForm.of(written, at: work)
            let isPartial = try keys["partial"]?.bool() ?? false
            for (name, value) in try shares.entries() {
                let ppm = UInt64(try value.integer(in: 1...Int(WorkShares.whole)))
                let share = WorkShares.Share(
                    party: try OneForm.of(name, at: value), role: "", ppm: ppm, society: society)
                guard !holds(share, of: id) else {
                    throw value.fault("\(share.party) stands twice in work \(id) under the mandates of \(society)")
                }
                add(share, to: id, isPartial: isPartial)
            }
        }
    }
}
