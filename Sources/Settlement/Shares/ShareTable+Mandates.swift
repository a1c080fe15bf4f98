public import Canonical

extension ShareTable {
    /// Reads the repertoire of a file of mandates, whose other keys the licensing reads (`docs/formats/grounds.md`).
    ///
    /// - Throws: ``ConfigError`` with file, line and key.
    public static func read(mandates text: String, file: String) throws(ConfigError) -> ShareTable {
        var table = ShareTable()
        let top = try ConfigNode.read(text, file: file).map(["mandates"])
        for mandate in try top["mandates"]?.list() ?? [] {
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
                    let party = try OneForm.of(name, at: value)
                    let ppm = UInt64(try value.integer(in: 1...Int(WorkShares.whole)))
                    table.add(
                        .init(party: party, role: "", ppm: ppm, society: society), to: id, isPartial: isPartial)
                }
            }
        }
        return table
    }
}
