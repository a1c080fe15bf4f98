/// What a text says of text and data mining, and where.
struct ProseFinding {
    let answer: SentenceJudge.Answer
    /// The sentence, as bytes of the folded text.
    let sentence: Range<Int>

    /// What a few words say that stand for the work by their place: of a property, a meta element, an element of XML.
    static func find(inWords words: [UInt8], _ table: ReservationTable) -> ProseFinding? {
        guard table.triggers.stand(in: words, words.indices) else { return nil }
        var text = table.folded()
        text.append(words, in: words.indices)
        return find(text, source: words, table: table, needsPossessor: false)
    }

    /// The first reservation of a text, else the first grant; nil if it says neither.
    ///
    /// - Parameter allowsBare: Whether a short sentence that reserves needs not say of what. A title may be a headline.
    static func find(
        _ text: FoldedText, source: [UInt8], table: ReservationTable, needsPossessor: Bool, allowsBare: Bool = true
    ) -> ProseFinding? {
        var (reserves, grants): (ProseFinding?, ProseFinding?)
        var question: Range<Int>?
        table.matcher.scan(text, source: source) { hits in
            guard reserves == nil else { return }
            let asked = question
            question = BluntDenial.asked(hits, text, source: source)
            guard
                let answer = answer(hits, text, source, needsPossessor: needsPossessor, allowsBare: allowsBare)
                    ?? reply(to: asked, hits, text, source)
            else { return }
            switch answer {
            case .reserves(let range): reserves = ProseFinding(answer: answer, sentence: sentence(round: range, text))
            case .grants(let range):
                grants = grants ?? ProseFinding(answer: answer, sentence: sentence(round: range, text))
            }
        }
        return reserves ?? grants
    }

    private static func answer(
        _ hits: [PhraseMatcher.Hit], _ text: FoldedText, _ source: [UInt8], needsPossessor: Bool, allowsBare: Bool
    ) -> SentenceJudge.Answer? {
        let judged =
            SentenceJudge.judge(hits, needsPossessor: needsPossessor) ?? (allowsBare ? bare(hits, text) : nil)
        if case .reserves? = judged { return judged }
        return BluntDenial.find(hits, text, source: source).map(SentenceJudge.Answer.reserves) ?? judged
    }

    /// A no that stands right behind a question of nothing but mining or AI.
    private static func reply(
        to question: Range<Int>?, _ hits: [PhraseMatcher.Hit], _ text: FoldedText, _ source: [UInt8]
    ) -> SentenceJudge.Answer? {
        guard let question, let no = BluntDenial.answered(hits, text, source: source),
            question.upperBound <= no.lowerBound,
            text.bytes[question.upperBound..<no.lowerBound].allSatisfy({ $0 <= 0x20 })
        else { return nil }
        return .reserves(question.lowerBound..<no.upperBound)
    }

    /// Bytes of a sentence that has no room for more than a reservation: `No AI training.` needs not say of what.
    private static let bareLength = 36
    /// Bytes of a longer one, and how many of them may be other words than those that reserve:
    /// `No part of this may be used for AI training.`
    private static let longestBare = 160
    private static let mostOther = 24

    private static func bare(_ hits: [PhraseMatcher.Hit], _ text: FoldedText) -> SentenceJudge.Answer? {
        guard case .reserves(let range)? = SentenceJudge.judge(hits, needsPossessor: false) else { return nil }
        let sentence = sentence(round: range, text)
        let isBare =
            sentence.count <= bareLength
            || sentence.count <= longestBare && sentence.count - covered(hits, in: sentence) <= mostOther
        return isBare ? .reserves(range) : nil
    }

    /// Bytes of a sentence that belong to phrases which say that something is reserved, or what.
    private static func covered(_ hits: [PhraseMatcher.Hit], in sentence: Range<Int>) -> Int {
        var (count, last) = (0, sentence.lowerBound)
        let saying = hits.filter { hit in
            switch ReservationTable.Kind(rawValue: hit.kind) {
            case .possessor, .personal, .work, .negative, .grant, .denial, .beside, .reported, .alone, nil: false
            default: true
            }
        }
        for hit in saying.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where Int(hit.end) > last {
            count += Int(hit.end) - max(last, Int(hit.start))
            last = Int(hit.end)
        }
        return count
    }

    /// The sentence, as far as a quote holds it.
    private static func sentence(round range: Range<Int>, _ text: FoldedText) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        let lowest = max(0, low - 400)
        while low > lowest, text.bytes[low - 1] != FoldedText.sentenceEnd { low -= 1 }
        let highest = min(text.bytes.count, low + 1000)
        while high < highest, text.bytes[high] != FoldedText.sentenceEnd { high += 1 }
        return low..<high
    }
}
