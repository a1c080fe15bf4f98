internal import Canonical
internal import Provenance

extension FactReader {
    /// `objection` and `registry.asked`. Comes after the licence facts, on which `honour_over_open_licence` looks.
    func readRegistry(into sheet: inout FactSheet) {
        guard case .matches(let matches) = considered.registry else {
            sheet[.objection] = ObjectionValue.none.bit
            sheet.set(.registryAsked, .no)
            return
        }
        sheet.set(.registryAsked, .yes)
        var hardest: UInt64 = ObjectionValue.none.bit
        for match in matches where !isWaived(match, sheet) { hardest = max(hardest, value(of: match).bit) }
        sheet[.objection] = hardest
    }

    private func value(of match: ObjectionMatch) -> ObjectionValue {
        if match.isBlocking { return match.isUncertain ? .uncertain : .blocking }
        if let capture = considered.capture, covers(match, capture.fetched), !covers(match, at) { return .ended }
        return .none
    }

    private func covers(_ match: ObjectionMatch, _ time: Timestamp) -> Bool {
        match.effectiveFrom <= time && (match.effectiveTo.map { time < $0 } ?? true)
    }

    /// Only under `honour_over_open_licence: false`, and only for a capture that was licensed before the objection.
    private func isWaived(_ match: ObjectionMatch, _ sheet: FactSheet) -> Bool {
        guard !settings.honourOverOpenLicence, let capture = considered.capture else { return false }
        return sheet.truth(of: .licenceCovers) == .yes && sheet.truth(of: .licenceConflict) == .no
            && sheet[.licenceID] & LicenceID.other.bit == 0 && capture.fetched < match.effectiveFrom
    }
}
