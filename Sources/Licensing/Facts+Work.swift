internal import Canonical
internal import Provenance

extension FactReader {
    /// `work.dated`, `term.expired`, `work.official`, under a pack's rule of terms.
    func readWork(_ rule: TermRule?, into sheet: inout FactSheet) {
        let works = considered.grounds.works
        sheet.set(.workDated, Truth(works.contains { $0.died != nil || $0.published != nil }))
        let official = works.map(\.official).filter { !$0.isEmpty }
        sheet.set(.workOfficial, Truth(rule.map { rule in official.contains { rule.official.contains($0) } } ?? false))
        guard let rule, !works.isEmpty else {
            sheet.set(.termExpired, .unknown)
            return
        }
        sheet.set(.termExpired, works.reduce(.yes) { $0.and(rule.hasExpired($1, in: at.year)) })
    }
}
