internal import Provenance

/// Finds the settings of doubt on which a decision hangs: those that alone keep a document out, since with any one of
/// them at its softest it would be admitted; and those that, softer than by default, alone let it in.
struct Doubts {
    private let subject: DecisionCase
    private let ruleset: Ruleset
    /// The packs, those first that keep the document out as things are: most of them do so under every setting.
    private let order: [Int]

    /// - Parameter barred: for each pack whether it keeps the document out.
    init(_ subject: DecisionCase, _ ruleset: Ruleset, barredBy barred: [Bool]) {
        order = barred.indices.filter { barred[$0] } + barred.indices.filter { !barred[$0] }
        self.subject = subject
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

    /// Most refusals rest on no setting at all, so all are softened at once first.
    private var refusing: [String] {
        var softest = ruleset.settings
        for setting in DoubtSetting.allCases { setting.soften(&softest) }
        guard softest != ruleset.settings, admits(softest) else { return [] }
        return DoubtSetting.allCases.filter { setting in
            var settings = ruleset.settings
            setting.soften(&settings)
            return settings != ruleset.settings && admits(settings)
        }.map(\.rawValue)
    }

    private func admits(_ settings: DoubtSettings) -> Bool {
        let reader = FactReader(subject, settings)
        var sheets = PackSheets(reader, ruleset)
        return order.allSatisfy { place in
            let facts = sheets.facts(of: place)
            return PackEvaluation(ruleset.boxes[place], facts, subject.moment).verdict.admits
        }
    }
}
