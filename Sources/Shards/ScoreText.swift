internal import Canonical
internal import Provenance

/// A score as rows have it: the truth of each factor, and how long what each rests on speaks, said once for all that rest
/// on the same.
enum ScoreText {
    static func write(_ score: ScoreOutcome, to writer: inout JSONWriter) {
        var lives: [EvidenceLife] = []
        var places: [Int] = []
        for life in score.lives {
            let place = lives.firstIndex(of: life) ?? lives.count
            if place == lives.count { lives.append(life) }
            places.append(place)
        }
        writer.object { writer in
            writer.key("factors")
            writer.string(EvidenceRow.letters(score.factors))
            writer.key("lives")
            writer.strings(lives.map(text))
            writer.key("of")
            writer.array { writer in for place in places { writer.integer(place) } }
        }
    }

    private static let keys = KnownKeys("factors", "lives", "of")

    static func read(_ reader: RowReader, id: String) throws(RowError) -> ScoreOutcome {
        try reader.only(keys)
        let letters = try reader.string("factors")
        let truths = letters.compactMap { Truth(rawValue: String($0)) }
        guard !truths.isEmpty, truths.count == letters.count else {
            throw reader.fault("factors", "\(letters) cannot be read")
        }
        var lives: [EvidenceLife] = []
        for text in try reader.strings("lives") { lives.append(try life(text, reader)) }
        let places = try reader.member("of").items ?? []
        var each: [EvidenceLife] = []
        for place in places {
            guard let place = place.number, lives.indices.contains(place) else {
                throw reader.fault("of", "a place among the lives is due")
            }
            each.append(lives[place])
        }
        guard each.count == truths.count else { throw reader.fault("of", "one for each factor is due") }
        return ScoreOutcome(id: id, factors: truths, lives: each)
    }

    /// `2026-11-24T11:00:00Z/2027-02-22T11:00:00Z`; either side may be empty.
    private static func text(_ life: EvidenceLife) -> String {
        "\(life.observed?.description ?? "")/\(life.until?.description ?? "")"
    }

    private static func life(_ text: String, _ reader: RowReader) throws(RowError) -> EvidenceLife {
        let sides = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let times = sides.map { $0.isEmpty ? nil : Timestamp(rfc3339: $0) }
        guard sides.count == 2, zip(sides, times).allSatisfy({ $0.isEmpty || $1 != nil }) else {
            throw reader.fault("lives", "\(text) is no two times with a slash between them")
        }
        return EvidenceLife(observed: times[0], until: times[1])
    }
}
