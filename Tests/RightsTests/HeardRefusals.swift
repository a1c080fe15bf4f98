import Provenance
import Rights

/// Whether a reading refuses training, or holds since something plainly means to.
enum HeardRefusals {
    static func all(_ found: RightsReading) -> [Signal] {
        found.signals.filter { signal in
            signal.isTaken && [.train, .tdm, .all, .crawl].contains(signal.category) && signal.scope != .asset
                && (signal.value == .deny || signal.value == .invalid)
        }
    }

    static func isHeard(_ found: RightsReading) -> Bool { !all(found).isEmpty }

    /// A page whose main text is followed by a footer.
    static func footer(_ html: String) throws -> RightsReading {
        try PageFixture(html: "<main>\(prose)</main><footer>\(html)</footer>").reading()
    }

    /// A text of `text/plain`.
    static func plain(_ text: String) throws -> RightsReading {
        try PageFixture(html: text, headers: [("Content-Type", "text/plain")]).reading(isMissing: true)
    }
}
