internal import Archive

/// Tells, of the records of an archive in their order, which have an id that an earlier one has.
struct RepeatedIDs {
    private var earlier: Set<UInt64> = []

    /// Whether an earlier record has the id of this one; a record without an id repeats none.
    mutating func take(_ record: WARCRecord) -> Bool {
        guard let id = record.recordID else { return false }
        return !earlier.insert(InputScan.mark(of: id)).inserted
    }
}
