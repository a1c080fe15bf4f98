internal import Markup

/// Finds questions with their answers, terms with what is said of them, headings with a sentence or two: a work whose
/// pieces are each too short to read like a paragraph.
enum Answers {
    /// - Returns: Places of the blocks, questions and answers in order; none if they are too few or too little for a work.
    static func find(_ page: PageReading, _ outline: PageOutline, _ labels: [BlockLabel]) -> [Int] {
        var (found, pairs, weight): ([Int], Int, Int32) = ([], 0, 0)
        // The question that waits for its first answer, and whether one was answered right before.
        var (question, isAnswering): (Int?, Bool) = (nil, false)
        for place in outline.blocks.indices {
            let block = outline.blocks[place]
            guard block.owner >= 0, block.label(labels, page.nodes) == .main else { continue }
            if isQuestion(block, page, outline) {
                (question, isAnswering) = (block.isMostlyLinks ? nil : place, false)
            } else if question != nil || isAnswering, isAnswer(block, page, outline) {
                if let asked = question {
                    found.append(asked)
                    weight += outline.blocks[asked].weight
                    pairs += 1
                }
                found.append(place)
                weight += block.weight
                (question, isAnswering) = (nil, true)
            } else {
                (question, isAnswering) = (nil, false)
            }
        }
        return pairs >= ExtractionThresholds.leastAnswers && weight >= ExtractionThresholds.leastWork ? found : []
    }

    private static func isQuestion(_ block: TextBlock, _ page: PageReading, _ outline: PageOutline) -> Bool {
        if outline.traits[Int(block.first)].contains(.heading) { return true }
        let owner = page.nodes[Int(block.owner)].tag
        return owner == .dt || owner == .summary
    }

    private static func isAnswer(_ block: TextBlock, _ page: PageReading, _ outline: PageOutline) -> Bool {
        block.weight >= ExtractionThresholds.shortBlock && block.linked * 3 <= block.weight
            && SentenceEnd.ends(block, page, outline)
    }
}
