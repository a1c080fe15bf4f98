internal import Provenance

extension FactReader {
    /// The facts named `profile.…`.
    func readProfile(into sheet: inout FactSheet) {
        sheet[.purpose] = profile.purpose.bit
        sheet[.actor] = profile.actor.bit
        sheet[.modelRelease] = profile.modelRelease.bit
        sheet.set(.commercial, Truth(profile.commercial))
        sheet.set(.redistributesText, Truth(profile.redistributesText))
        sheet.set(.styleTarget, Truth(profile.styleTarget))
        sheet.set(.sme, Truth(profile.sme))
        sheet.set(.researchEvidence, Truth(profile.research != nil))
        sheet.set(.outputGuard, profile.outputGuard == nil ? .unknown : .yes)
        sheet.set(.deduplicated, profile.deduplicated.map { Truth($0) } ?? .unknown)
        sheet.set(.preferentialAccess, profile.research?.preferentialAccess.map { Truth($0) } ?? .unknown)
    }
}
