extension Array {
    /// Of elements in order, the index of the first that does not stand before a place; the end if all do.
    ///
    /// - Complexity: Logarithmic.
    func place(notBefore isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
