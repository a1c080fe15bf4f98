/// The answer to a wish to speak to a host outside the queue.
public enum Borrowing: Hashable, Sendable {
    /// Speak to it, with `delay` milliseconds between requests, then give it back.
    case granted(delay: Int64)
    /// Its delay has not passed; ask again at this time, milliseconds since 1970.
    case notBefore(Int64)
    /// Somebody speaks to it; ask again when that is over.
    case busy
    case closed(reason: String)
}
