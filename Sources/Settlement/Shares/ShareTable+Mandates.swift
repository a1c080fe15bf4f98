public import Canonical
internal import Licensing

extension ShareTable {
    /// Reads the repertoire of a file of mandates (`docs/formats/grounds.md`), which is checked as the licensing checks it.
    ///
    /// Mandates that do not license training give no shares.
    ///
    /// - Throws: ``ConfigError`` with file, line and key: shares that come to more than the whole of a work where all
    ///   mandates of one society that hold at one time and place are taken together, or to less without `partial`; a mandate,
    ///   or one society's share of a party in a work at one time and place, that stands twice.
    public static func read(
        mandates text: String, file: String, rules: SettlementRules = .current
    ) throws(ConfigError) -> ShareTable {
        var table = ShareTable()
        let names = try RepertoireFile.eachShare(text, file: file, isStrict: rules.isStrict) { work, read, isPartial in
            let share = WorkShares.Share(
                party: read.party, role: read.role, ppm: UInt64(read.ppm), society: read.society)
            // By earlier rules every mandate paid for every use.
            let reach =
                rules.hasReach ? ShareReach(from: read.from, to: read.to, territories: read.territories) : nil
            guard read.isForTraining || reach == nil else { return nil }
            guard !table.holds(share, of: work, reach: reach) else {
                return "\(share.party) stands twice in work \(work) under the mandates of \(share.society)"
            }
            table.add(share, to: work, isPartial: isPartial, reach: reach)
            return nil
        }
        table.listed = (names.parties, names.tariffs)
        return table
    }
}
