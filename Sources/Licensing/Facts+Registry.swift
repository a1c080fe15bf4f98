internal import Canonical
internal import Provenance

extension FactReader {
    /// `objection` and `registry.asked`. Comes after the licence facts, on which `honour_over_open_licence` looks.
    func readRegistry(into sheet: inout FactSheet) {
        guard case .matches(let matches) = considered.registry else {
            sheet[.objection] = ObjectionValue.none.bit
            sheet.set(.registryAsked, .no)
            sheet.set(.objectionAged, .no)
            return
        }
        sheet.set(.registryAsked, .yes)
        var hardest: UInt64 = ObjectionValue.none.bit
        for match in matches where !isWaived(match, sheet) { hardest = max(hardest, value(of: match).bit) }
        sheet[.objection] = hardest
        // Fourteen days in which a rebuttal may be prepared (licensing bases 2(b), rule 8).
        let young = matches.contains { match in
            match.isBlocking && settings.likeness(of: match) != .stranger
                && at < match.effectiveFrom.adding(seconds: 14 * 86_400)
        }
        sheet.set(.objectionAged, Truth(!young))
    }

    private func value(of match: ObjectionMatch) -> ObjectionValue {
        let likeness = settings.likeness(of: match)
        guard likeness != .stranger else { return .none }
        if match.isBlocking {
            if match.isUncertain || likeness == .candidate { return .uncertain }
            return match.capacity == ObjectionMatch.coAuthor ? .coAuthor : .blocking
        }
        if match.state == "LAPSED" { return .lapsed }
        if let capture = considered.capture, covers(match, capture.fetched), !covers(match, at) { return .ended }
        return .none
    }

    private func covers(_ match: ObjectionMatch, _ time: Timestamp) -> Bool {
        match.effectiveFrom <= time && (match.effectiveTo.map { time < $0 } ?? true)
    }

    /// Only under `honour_over_open_licence: false`, and only for a capture that was licensed before the objection.
    private func isWaived(_ match: ObjectionMatch, _ sheet: FactSheet) -> Bool {
        guard !settings.honourOverOpenLicence, let capture = considered.capture, capture.fetched < match.effectiveFrom
        else { return false }
        // What the page is licensed under is read after its headers, and asked at `use`.
        if moment == .fetch { return true }
        return sheet.truth(of: .licenceCovers) == .yes && sheet.truth(of: .licenceConflict) == .no
            && sheet[.licenceID] & LicenceID.other.bit == 0
    }
}
