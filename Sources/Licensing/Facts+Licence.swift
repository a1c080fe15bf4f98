internal import Provenance

extension FactReader {
    /// `licence.id`, `licence.covers`, `licence.conflict`.
    ///
    /// A carrier that was not read may hold another licence, so as long as one of the required is unread, no
    /// licence is known
    /// to stand alone and none is known to be missing.
    func readLicence(_ set: ProtocolSet, into sheet: inout FactSheet) {
        // Whether every carrier was looked at. A grant does not age: what counts is that it stood there when it was taken.
        let read = set.mask & ~protocols.read == 0
        let finding = considered.licence
        var named: UInt64 = 0
        for licence in finding.licences { named |= LicenceID(licence).bit }
        let everything = FactSheet.everything[Fact.licenceID.rawValue]
        switch finding.outcome {
        case .none:
            sheet[.licenceID] = read ? LicenceID.noneBit : everything
            sheet.set(.licenceCovers, read ? .no : .unknown)
            sheet.set(.licenceConflict, read ? .no : .unknown)
        case .covers:
            sheet[.licenceID] = named == 0 ? everything & ~LicenceID.noneBit : named
            sheet.set(.licenceCovers, read && named != 0 ? .yes : .unknown)
            sheet.set(.licenceConflict, read ? .no : .unknown)
        case .conflict:
            sheet[.licenceID] = named == 0 ? everything : named
            sheet.set(.licenceCovers, .unknown)
            sheet.set(.licenceConflict, .yes)
        case .unclear:
            sheet[.licenceID] = named == 0 ? everything : named
            sheet.set(.licenceCovers, .unknown)
            sheet.set(.licenceConflict, read ? .no : .unknown)
        }
    }
}
