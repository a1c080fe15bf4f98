public import Canonical

/// What is known of an entry of the repertoire: its events folded.
public struct RepertoireLife: Hashable, Sendable {
    /// The kind of entry, `party society tariff mandate`, a colon, and its id.
    public let subject: String
    /// What it says: the digest, and the place of the event in the log, where the text is kept.
    public private(set) var content: Digest?
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
        case .set(let content):
            guard content != self.content || ends != nil else { throw LifeFault("\(subject) says just that already") }
            (self.content, place, recordedAt) = (content, index, at)
            (version, ends, reason) = (version + 1, nil, "")
        case .end(let time, let reason):
            guard content != nil else { throw LifeFault("there is no \(subject)") }
            guard ends == nil else { throw LifeFault("\(subject) has its end already, at \(ends ?? time)") }
            (ends, self.reason) = (time, reason)
        }
    }
}
