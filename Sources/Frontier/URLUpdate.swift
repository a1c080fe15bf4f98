/// What became of a leased URL. Written with the segment that holds its rows.
public struct URLUpdate: Hashable, Sendable {
    public enum Result: Hashable, Sendable {
        /// Answered and recorded, whatever was decided about it. `changed` is false for 304 and equal payloads.
        case captured(LastCapture, changed: Bool)
        /// Not to be requested, such as by robots.txt. It is looked at again at `again`, if that is given.
        case refused(reason: String, again: Int64?)
        /// No usable answer; due again at the time given.
        case retry(at: Int64)
        /// Given up.
        case dropped(reason: String)
    }

    public let id: Int64
    public let hostID: Int64
    /// When, in milliseconds since 1970.
    public let at: Int64
    public let result: Result

    public init(_ lease: Lease, at: Int64, _ result: Result) {
        id = lease.id
        hostID = lease.hostID
        self.at = at
        self.result = result
    }
}
