internal import Markup

/// Numbers that only count: those beside lines of code, and the days of a calendar.
enum Numbering {
    /// Whether a preformatted block is nothing but the numbers of lines, each one more than the last.
    static func isOfLines(_ block: TextBlock, _ page: PageReading) -> Bool {
        var (last, count, number): (Int?, Int, Int?) = (nil, 0, nil)
        for index in Int(block.first)..<Int(block.last) where page.nodes[index].kind == .text {
            for byte in page.bytes(page.range(ofText: index)) {
                if byte &- 0x30 < 10 {
                    number = min((number ?? 0) * 10 + Int(byte &- 0x30), most)
                } else if byte <= 0x20 {
                    guard goes(from: &last, to: &number, &count) else { return false }
                } else {
                    return false
                }
            }
        }
        return goes(from: &last, to: &number, &count) && count >= 2
    }

    private static func goes(from last: inout Int?, to number: inout Int?, _ count: inout Int) -> Bool {
        guard let here = number else { return true }
        defer { (last, number, count) = (here, nil, count + 1) }
        return last.map { here == $0 + 1 } ?? true
    }

    /// Whether so many of the blocks are numbers that go up by one from cell to cell as a month has days.
    static func isCalendar(_ blocks: some Sequence<TextBlock>, _ page: PageReading) -> Bool {
        var (last, steps) = (0, 0)
        for block in blocks {
            guard let here = number(block, page) else { continue }
            if here == last + 1 { steps += 1 }
            last = here
        }
        return steps >= ExtractionThresholds.daysOfACalendar
    }

    /// A block of one or two ASCII digits.
    private static func number(_ block: TextBlock, _ page: PageReading) -> Int? {
        guard block.weight <= 2 else { return nil }
        var value = 0
        for index in Int(block.first)..<Int(block.last) where page.nodes[index].kind == .text {
            for byte in page.bytes(page.trimmed(page.range(ofText: index))) {
                guard byte &- 0x30 < 10 else { return nil }
                value = value * 10 + Int(byte &- 0x30)
            }
        }
        return value
    }

    /// Above any number of a line; keeps the sum in bounds.
    private static let most = 1_000_000_000
}
