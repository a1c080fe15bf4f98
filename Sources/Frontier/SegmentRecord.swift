public import Canonical

/// A segment as committed.
public struct SegmentRecord: Hashable, Sendable {
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// Still appended to; files end in `.open`.
        case open
        /// Whole; its files are being renamed. Start-up finishes that.
        case sealing
        case published
    }

    public let number: Int
    public let state: State
    /// Bytes committed of each file, by the name it has when published.
    public let lengths: [String: Int64]
    /// Of each file, from sealing on.
    public let digests: [String: Digest]
}
