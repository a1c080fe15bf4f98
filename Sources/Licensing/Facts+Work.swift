internal import Canonical
internal import Provenance

extension FactReader {
    /// The same facts where no work is known: alike under every rule.
    func readNoWork(into sheet: inout FactSheet) {
        sheet.set(.workDated, .no)
        sheet.set(.workOfficial, .no)
        sheet.set(.termExpired, .unknown)
    }

    /// `work.dated`, `term.expired`, `work.official`, under a pack's rule of terms. Without a work they are as
    /// ``readNoWork(into:)`` has them.
    func readWork(_ rule: TermRule?, into sheet: inout FactSheet) {
        let works = considered.grounds.works
        guard !works.isEmpty else { return }
        sheet.set(.workDated, Truth(works.contains { $0.died != nil || $0.published != nil }))
        let official = works.map(\.official).filter { !$0.isEmpty }
        sheet.set(.workOfficial, Truth(rule.map { rule in official.contains { rule.official.contains($0) } } ?? false))
        guard let rule else {
            sheet.set(.termExpired, .unknown)
            return
        }
        sheet.set(.termExpired, works.reduce(.yes) { $0.and(rule.hasExpired($1, in: at.year)) })
    }
}
