/// The name of a licence in running text: `CC BY-SA 4.0`, `Creative Commons Attribution 4.0`, `Open Government Licence v3.0`.
///
/// Source: rights-signals, section 9.4: names of Creative Commons in the languages of its chapters, read 2026-11-23.
struct LicencePhrase: Hashable, Sendable {
    let named: NamedLicence
    /// Bytes of the text it takes up.
    let range: Range<Int>

    /// Every name in a text, in order, none inside another; linear in its length.
    ///
    /// - Parameters: The text is what stands in `bytes` from `low` to `high`; ranges count from `low`.
    static func all(
        in bytes: [UInt8], from low: Int = 0, to high: Int? = nil, _ catalogue: LicenceCatalogue
    ) -> [LicencePhrase] {
        bytes.withUnsafeBufferPointer { whole in
            let buffer = UnsafeBufferPointer(rebasing: whole[low..<(high ?? whole.count)])
            var found: [LicencePhrase] = []
            var at = 0
            // No name is shorter than three bytes.
            while let place = catalogue.phrases.beginnings.next(in: buffer, from: at, to: buffer.count) {
                let phrase = phrase(at: place, of: buffer, catalogue)
                if let phrase { found.append(phrase) }
                at = phrase?.range.upperBound ?? place + 1
            }
            return found
        }
    }

    /// The one licence that a short value is the name of; nil if it names none or several.
    static func whole(_ value: String, _ catalogue: LicenceCatalogue) -> LicencePhrase? {
        guard value.utf8.count <= 240 else { return nil }
        let found = all(in: Array(value.utf8), catalogue)
        guard let first = found.first, found.allSatisfy({ $0.named == first.named }) else { return nil }
        let before = ByteText.string(Array(value.utf8)[..<first.range.lowerBound])
        return LicenceDenial.stands(in: before) ? nil : first
    }

    private static func phrase(
        at place: Int, of bytes: UnsafeBufferPointer<UInt8>, _ catalogue: LicenceCatalogue
    ) -> LicencePhrase? {
        // A name begins where a word does.
        guard place == 0 || !ByteText.isLetter(bytes[place]) || !ByteText.isLetter(bytes[place - 1]) else { return nil }
        if let name = CreativeCommonsName.read(bytes, from: place) {
            return LicencePhrase(named: name.named, range: place..<name.end)
        }
        return catalogue.phrases.phrase(at: place, of: bytes).map {
            LicencePhrase(named: .entry($0.entry), range: place..<place + $0.bytes.count)
        }
    }
}
