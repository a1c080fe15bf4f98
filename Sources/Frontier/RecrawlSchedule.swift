/// When a captured URL is due again. Milliseconds.
public struct RecrawlSchedule: Hashable, Sendable {
    public var first: Int64
    public var shortest: Int64
    public var longest: Int64

    public init(first: Int64, shortest: Int64, longest: Int64) {
        self.first = first
        self.shortest = shortest
        self.longest = longest
    }

    /// The interval to wait now: half the last one if the payload changed, half as long again if it did not.
    ///
    /// - Parameter last: The interval that has just passed; nil for a first capture.
    public func interval(after last: Int64?, changed: Bool) -> Int64 {
        guard let last else { return min(max(first, shortest), longest) }
        return min(max(changed ? last / 2 : last + last / 2, shortest), longest)
    }
}
