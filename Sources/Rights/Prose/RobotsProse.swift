internal import Canonical
internal import Provenance

/// Reads what the comments of a robots file say of text and data mining.
enum RobotsProse {
    static func read(
        _ rules: SiteRules, table: ReservationTable, moments: Set<Moment>, into draft: inout ReadingDraft
    ) {
        let state: ProtocolState
        switch rules.robots {
        case nil: return
        case .absent?, .notImplemented?: state = .absent
        case .refused?, .unreadable?: state = .unreadable
        case .found(let file, let digest)?:
            let signals = signals(file, digest, table, moments)
            let isUnread = file.isCut || file.comments.isCut
            draft.signals += signals
            let found = ReadingDraft.state(of: signals)
            state = found == .absent && isUnread ? .unreadable : found
        }
        for moment in moments { draft.besideProse[moment] = state }
        // Until the page is read, nobody has looked at its words.
        draft.set(.naturalLanguage, state.joined(with: .notChecked), moments)
    }

    private static func signals(
        _ file: RobotsFile, _ digest: Digest, _ table: ReservationTable, _ moments: Set<Moment>
    ) -> [Signal] {
        let lines = file.comments.lines
        if let line = lines.first(where: { refuses(file.bytes[$0.place]) }) {
            let quote = Quote(file.bytes[line.place], in: .siteFile(digest), at: line.place.lowerBound)
            return [
                Signal(
                    .naturalLanguage, carrier: "robots-comment", scope: .site, category: .tdm, value: .invalid,
                    quote: quote, notes: ["restrictive-intent"], moments: moments)
            ] + words(file, digest, table, moments)
        }
        return words(file, digest, table, moments)
    }

    /// A comment that is a refusal by its names and holds nothing else: `# ai-train=no`, `# noai`.
    private static func refuses(_ comment: ArraySlice<UInt8>) -> Bool {
        guard comment.count <= 64 else { return false }
        let text = ByteText.trimmed(ByteText.string(comment.drop { $0 == UInt8(ascii: "#") }))
        guard !text.utf8.contains(UInt8(ascii: " ")) else {
            // `no ai`; a heading over rules has other words too.
            let words = text.split(separator: " ")
            return words.count == 2 && ByteText.lowercased(String(words[0])) == "no" && TrainingName.isRefusal(text)
        }
        let pair = text.split(maxSplits: 1) { $0 == "=" || $0 == ":" }.map(String.init)
        return TrainingName.isRefusal(text) || pair.count == 2 && TrainingName.refuses(pair[0], pair[1])
    }

    private static func words(
        _ file: RobotsFile, _ digest: Digest, _ table: ReservationTable, _ moments: Set<Moment>
    ) -> [Signal] {
        let lines = file.comments.lines
        guard lines.contains(where: { table.triggers.stand(in: file.bytes, $0.place) }) else { return [] }
        var text = table.folded()
        for line in lines {
            if !line.continues { text.endBlock() }
            // With the byte that ends the line, which is a space between words.
            let end = min(line.place.upperBound + 1, file.bytes.count)
            text.append(file.bytes, in: (line.place.lowerBound + 1)..<end)
        }
        guard
            let found = ProseFinding.find(text, source: file.bytes, table: table, needsPossessor: false)
        else { return [] }
        let place = text.place(of: found.sentence, in: file.bytes)
        let quote = Quote(file.bytes[place], in: .siteFile(digest), at: place.lowerBound)
        let signal = ProseReader.signal(
            found.answer, carrier: "robots-comment", scope: .site, quote: quote, moments: moments)
        let isMoot = speaksOfContentSignals(file.bytes[place]) && hasNoRestriction(file)
        return [isMoot ? signal.dropped("speaks of content signals, none of which refuses here") : signal]
    }

    /// The preamble of content signals makes of each `no` a reservation; it says nothing where none stands.
    private static func speaksOfContentSignals(_ bytes: ArraySlice<UInt8>) -> Bool {
        ByteText.contains(bytes, "content signal")
    }

    private static func hasNoRestriction(_ file: RobotsFile) -> Bool {
        let values = file.rules.filter { $0.kind == .contentSignal }.map { file.bytes[$0.place] }
        guard !values.isEmpty else { return false }
        return !values.contains { value in
            let packed = value.filter { !ByteText.isSpace($0) }[...]
            return ["ai-train=no", "ai-input=no", "use=immediate", "use=reference"].contains {
                ByteText.contains(packed, $0)
            }
        }
    }
}
