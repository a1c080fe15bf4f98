internal import Provenance

/// Finds the settings of doubt on which a decision hangs: those that alone keep a document out, since with any one of
/// them at its softest it would be admitted; and those that, softer than by default, alone let it in.
struct Doubts {
    private let reader: FactReader
    private let ruleset: Ruleset
    /// The packs, those first that keep the document out as things are: most of them do so under every setting.
    private let order: [Int]

    /// - Parameter barred: for each pack whether it keeps the document out.
    init(_ reader: FactReader, _ ruleset: Ruleset, barredBy barred: [Bool]) {
        order = barred.indices.filter { barred[$0] } + barred.indices.filter { !barred[$0] }
        self.reader = reader
        self.ruleset = ruleset
    }

    /// In the order of their names.
    func names(_ verdict: Verdict) -> [String] { verdict.admits ? admitting : refusing }

    /// Most permissions rest on no setting at all, so all that were softened are made strict at once first.
    private var admitting: [String] {
        let strict = DoubtSettings()
        guard ruleset.settings != strict else { return [] }
        let softened = DoubtSetting.allCases.filter { setting in
            var settings = ruleset.settings
            setting.reset(&settings)
            return settings != ruleset.settings
        }
        var settings = ruleset.settings
        for setting in softened { setting.reset(&settings) }
        guard !admits(settings) else { return [] }
        return softened.filter { setting in
            var settings = ruleset.settings
            setting.reset(&settings)
            return !admits(settings)
        }.map(\.rawValue)
    }

    /// Most refusals rest on no setting at all, so only those are tried that something found bears on, and all of these
    /// at once first.
    private var refusing: [String] {
        let changed = DoubtSetting.allCases.filter { setting in
            guard setting.bears(on: reader, ruleset) else { return false }
            var settings = ruleset.settings
            setting.soften(&settings)
            return settings != ruleset.settings
        }
        guard !changed.isEmpty else { return [] }
        var softest = ruleset.settings
        for setting in changed { setting.soften(&softest) }
        guard admits(softest) else { return [] }
        if changed.count == 1 { return [changed[0].rawValue] }
        return changed.filter { setting in
            var settings = ruleset.settings
            setting.soften(&settings)
            return admits(settings)
        }.map(\.rawValue)
    }

    private func admits(_ settings: DoubtSettings) -> Bool {
        let reader = FactReader(self.reader.subject, settings)
        var sheets = PackSheets(reader, ruleset)
        return order.allSatisfy { place in
            let (facts, mixed) = sheets.facts(of: place)
            return PackEvaluation(ruleset.boxes[place], facts, reader.moment, mixed: mixed).verdict.admits
        }
    }
}
