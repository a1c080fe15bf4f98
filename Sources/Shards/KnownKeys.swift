/// The keys that an object of a row may have.
struct KnownKeys: Sendable {
    private let keys: [StaticString]

    /// - Parameter keys: in the order that rows have them, so that each is found behind the one before it.
    init(_ keys: StaticString...) { self.keys = keys }

    /// The place of the first that fits, looked for from a place on and then from the beginning; nil if there is none.
    func place(from start: Int, _ fits: (StaticString) -> Bool) -> Int? {
        for place in start..<keys.count where fits(keys[place]) { return place }
        for place in 0..<min(start, keys.count) where fits(keys[place]) { return place }
        return nil
    }
}
