public import Canonical

extension Checkpoint {
    /// What a time stamp of this head is over: its text, without signatures, so that those that come later change nothing.
    public var stamped: Digest { Digest(of: note.text) }
}
