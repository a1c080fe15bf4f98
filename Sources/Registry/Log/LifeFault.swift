/// Why an event cannot happen in a life.
struct LifeFault: Error, Hashable, Sendable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
