internal import Canonical
internal import Provenance
internal import WebAddress

/// The five fields of a row, as written.
struct ImportRow: Hashable {
    static let columns = ["scope_kind", "value", "purpose", "from", "to"]
    private static let uses = UseCategory.allCases.filter { $0 != .licence && $0 != .access }

    var kind = ""
    var value = ""
    var purpose = ""
    var from = ""
    var to = ""

    /// The row as an objection.
    ///
    /// - Parameter import: what a row does not say.
    func objection(
        _ id: String, _ import: ObjectionImport.Terms, _ suffixes: PublicSuffixList
    ) -> Result<Objection, FilingRefusal> {
        let scope: ObjectionScope
        switch ObjectionScope.read(kind: kind, value, suffixes) {
        case .success(let read): scope = read
        case .failure(let refusal): return .failure(FilingRefusal(refusal.code, refusal.reason))
        }
        return uses().flatMap { uses in
            interval(`import`.at).map { interval in
                Objection(
                    id: id, scope: scope, state: .effective, standing: `import`.standing, effectiveFrom: interval.from,
                    effectiveTo: interval.to, recordedAt: `import`.at, uses: uses)
            }
        }
    }

    private func uses() -> Result<[UseCategory], FilingRefusal> {
        guard !purpose.isEmpty else { return .success([.all]) }
        let names = purpose.split { " ;|".contains($0) }
        guard !names.isEmpty else { return .success([.all]) }
        var named: Set<UseCategory> = []
        for name in names {
            guard let use = Self.uses.first(where: { $0.rawValue == name }) else {
                let known = Self.uses.map(\.rawValue).joined(separator: ", ")
                return .failure(FilingRefusal(.badPurpose, "\"\(name.prefix(80))\" is none of: \(known)"))
            }
            named.insert(use)
        }
        return .success(UseCategory.allCases.filter(named.contains))
    }

    private func interval(_ now: Timestamp) -> Result<(from: Timestamp, to: Timestamp?), FilingRefusal> {
        let start = from.isEmpty ? now : Self.time(from)
        let end = to.isEmpty ? nil : Self.time(to)
        guard let start, to.isEmpty || end != nil else {
            return .failure(
                FilingRefusal(.badTime, "from and to are times like 2026-11-23T12:00:00Z or dates like 2026-11-23"))
        }
        guard end.map({ start < $0 }) != false else {
            return .failure(FilingRefusal(.badTime, "it ends no later than it begins"))
        }
        return .success((start, end))
    }

    /// A time in whole seconds, or the beginning of a day in UTC.
    private static func time(_ text: String) -> Timestamp? {
        Timestamp(day: text) ?? (text.contains(".") ? nil : Timestamp(rfc3339: text))
    }
}
