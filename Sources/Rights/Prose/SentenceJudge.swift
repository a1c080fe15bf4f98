/// Decides what one sentence says of text and data mining, from the phrases found in it.
struct SentenceJudge {
    typealias Hit = PhraseMatcher.Hit
    typealias Kind = ReservationTable.Kind

    enum Answer: Hashable {
        case reserves(Range<Int>)
        case grants(Range<Int>)
    }

    /// Characters from the beginning of what reserves to the end of what is reserved, or the other way round.
    static let reach: Int32 = 400

    /// Whether the sentence must say whose text it speaks of: an article may be about reservations.
    let needsPossessor: Bool

    private var seen: Set<Kind> = []
    private var last: [Kind: Hit] = [:]
    private var found: Range<Int>?
    private var granted: Range<Int>?

    init(needsPossessor: Bool) { self.needsPossessor = needsPossessor }

    /// - Parameter hits: Of one sentence, in the order of their ends.
    static func judge(_ hits: [Hit], needsPossessor: Bool) -> Answer? {
        guard mayState(hits) else { return nil }
        var judge = SentenceJudge(needsPossessor: needsPossessor)
        for (hit, kind) in standing(hits) { judge.read(hit, kind) }
        return judge.answer
    }

    private static func mayState(_ hits: [Hit]) -> Bool {
        hits.contains { Kind(rawValue: $0.kind)?.isStating == true }
    }

    /// The hits that no longer phrase takes away: `Änderungen vorbehalten` reserves nothing.
    static func standing(_ hits: [Hit]) -> [(Hit, Kind)] {
        var kept: [(Hit, Kind)] = []
        var later = Covers()
        var high = hits.count
        while high > 0 {
            var (low, group) = (high, Covers())
            while low > 0, hits[low - 1].end == hits[high - 1].end {
                low -= 1
                group.add(hits[low])
            }
            for hit in hits[low..<high].reversed() {
                guard let kind = Kind(rawValue: hit.kind), !Covers.isTaken(hit, kind, later, group) else { continue }
                kept.append((hit, kind))
            }
            later.join(group)
            high = low
        }
        return kept.reversed()
    }

    private mutating func read(_ hit: Hit, _ kind: Kind) {
        seen.insert(kind)
        for other in Self.partners(of: kind) {
            guard let before = last[other] else { continue }
            pair(before, hit)
        }
        switch kind {
        case .express: found = found ?? Int(hit.start)..<Int(hit.end)
        case .grant: granted = granted ?? Int(hit.start)..<Int(hit.end)
        case .includes: if last[.rightsReserved] == nil { return }
        default: break
        }
        readFormula(hit, kind)
        last[kind] = hit
    }

    /// What a phrase of a kind makes a reservation with, standing after it.
    private static func partners(of kind: Kind) -> [Kind] {
        switch kind {
        case .object: [.reserve, .weakReserve, .ownRight, .rightsReserved]
        case .topic: [.reserve]
        case .reserve: [.object, .topic]
        case .weakReserve, .ownRight: [.object]
        default: []
        }
    }

    /// `All rights reserved, including for AI`.
    private mutating func readFormula(_ hit: Hit, _ kind: Kind) {
        guard kind == .topic, let formula = last[.rightsReserved], let link = last[.includes],
            link.start >= formula.end
        else { return }
        pair(formula, hit)
    }

    private mutating func pair(_ one: Hit, _ other: Hit) {
        guard found == nil, other.endCharacter - one.firstCharacter <= Self.reach else { return }
        found = Int(min(one.start, other.start))..<Int(max(one.end, other.end))
    }

    private var answer: Answer? {
        let mustName = needsPossessor || seen.contains(.reported)
        if mustName, !seen.contains(.possessor), !seen.contains(.rightsReserved) { return nil }
        if seen.contains(.personal), !seen.contains(.work) { return nil }
        return found.map(Answer.reserves) ?? granted.map(Answer.grants)
    }
}
