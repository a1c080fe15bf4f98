internal import Provenance

extension Considered {
    /// The same without a word of the page, for what must be removed wherever it is: what was found, by what digest, where
    /// and when stays. Headers and site files, which are no part of the page, are still quoted.
    ///
    /// Source: licensing bases 0.2 (HG7) and 5.7 (purge bytes; keep hash, URL, times, reason), read 2026-11-29.
    var withoutWords: Considered {
        var bare = self
        bare.signals = signals.map { signal in
            switch signal.quote.space {
            case .payload, .utf8: signal.quoting(Quote([], in: signal.quote.space, at: signal.quote.offset))
            case .header, .siteFile, .none: signal
            }
        }
        bare.licence = LicenceFinding(outcome: licence.outcome, licences: licence.licences, reason: licence.reason)
        return bare
    }
}
