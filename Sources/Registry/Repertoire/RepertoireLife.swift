public import Canonical

/// What is known of an entry of the repertoire: its events folded.
public struct RepertoireLife: Hashable, Sendable {
    /// The kind of entry, `party society tariff mandate`, a colon, and its id.
    public let subject: String
    /// What it says: the digest, and the place of the event in the log, where the text is kept.
    public private(set) var content: Digest?
    /// Whether the digest is a commitment.
    private(set) var isSealed = false
    /// Whether what it said was erased since it was last set.
    public private(set) var isErased = false
    public private(set) var place = 0
    public private(set) var version = 0
    public private(set) var recordedAt = Timestamp(seconds: 0)
    /// Nil if it has not ended.
    public private(set) var ends: Timestamp?
    public private(set) var reason = ""

    init(_ subject: String) { self.subject = subject }

    public var kind: String { String(subject.prefix { $0 != ":" }) }
    public var id: String { String(subject.drop { $0 != ":" }.dropFirst()) }

    mutating func apply(_ event: RepertoireEvent, index: Int, at: Timestamp) throws(LifeFault) {
        switch event {
        case .set(let content, let isSealed):
            guard content != self.content || ends != nil else { throw LifeFault("\(subject) says just that already") }
            (self.content, place, recordedAt) = (content, index, at)
            (version, ends, reason, self.isSealed, isErased) = (version + 1, nil, "", isSealed, false)
        case .end(let time, let reason):
            guard content != nil else { throw LifeFault("there is no \(subject)") }
            guard ends == nil else { throw LifeFault("\(subject) has its end already, at \(ends ?? time)") }
            (ends, self.reason) = (time, reason)
        case .erase:
            // The others say nothing of persons but by ids, and runs rest on them.
            guard kind == "party" else { throw LifeFault("\(subject) is no party: only what parties say is erased") }
            guard content != nil else { throw LifeFault("there is no \(subject)") }
            guard !isErased else { throw LifeFault("what \(subject) said is erased already") }
            isErased = true
        }
    }
}
