/// How many letters of two words are wrong, missing, too many or in each other's place.
enum EditDistance {
    /// - Complexity: The product of the lengths; callers bound both.
    static func between(_ one: [UInt8], _ other: [UInt8]) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        var (before, last): ([Int], [Int]) = ([], Array(0...other.count))
        for i in 1...one.count {
            var row = [i] + [Int](repeating: 0, count: other.count)
            for j in 1...other.count {
                let cost = one[i - 1] == other[j - 1] ? 0 : 1
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
                if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                    row[j] = min(row[j], before[j - 2] + 1)
                }
            }
            (before, last) = (last, row)
        }
        return last[other.count]
    }
}
