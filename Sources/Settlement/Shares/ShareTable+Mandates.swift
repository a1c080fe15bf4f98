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
        try RepertoireFile.eachShare(text, file: file) { work, read, isPartial in
            let share = WorkShares.Share(
                party: read.party, role: read.role, ppm: UInt64(read.ppm), society: read.society)
            guard !table.holds(share, of: work) else {
                return "\(share.party) stands twice in work \(work) under the mandates of \(share.society)"
            }
            table.add(share, to: work, isPartial: isPartial)
            return nil
        }
        return table
    }
}
