/// How many letters of two words are wrong, missing, too many or in each other's place.
enum EditDistance {
    /// - Complexity: The product of the lengths; callers bound both.
    static func between(_ one: [UInt8], _ other: [UInt8]) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        // Three rows of the table, each in turn the one before the last, the last and the next.
        let width = other.count + 1
        var rows = [Int](repeating: 0, count: 3 * width)
        for j in 0..<width { rows[j] = j }
        for i in 1...one.count {
            let (before, last, row) = ((i + 1) % 3 * width, (i - 1) % 3 * width, i % 3 * width)
            rows[row] = i
            for j in 1..<width {
                let cost = one[i - 1] == other[j - 1] ? 0 : 1
                var least = min(rows[last + j] + 1, rows[row + j - 1] + 1, rows[last + j - 1] + cost)
                if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                    least = min(least, rows[before + j - 2] + 1)
                }
                rows[row + j] = least
            }
        }
        return rows[one.count % 3 * width + other.count]
    }
}
