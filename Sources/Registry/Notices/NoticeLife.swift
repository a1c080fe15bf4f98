public import Canonical

/// What is known of a notice: its events folded.
public struct NoticeLife: Hashable, Sendable {
    /// A notice speaks for a year and is then made anew.
    static let validityDays = 365

    /// A version that was published.
    public struct Version: Hashable, Sendable {
        public let number: Int
        public let record: NoticeRecord
        public let publishedAt: Timestamp
        /// From when each source was announced as it is now: earlier versions count where they said no less.
        public let since: [String: Timestamp]
        /// The place of its event in the log.
        public let index: Int
        public internal(set) var ended: (state: NoticeState, at: Timestamp)?

        public static func == (one: Version, other: Version) -> Bool {
            one.number == other.number && one.record == other.record && one.publishedAt == other.publishedAt
                && one.since == other.since && one.ended?.at == other.ended?.at
        }

        public func hash(into hasher: inout Hasher) { hasher.combine(number) }
    }

    public let id: String
    public private(set) var versions: [Version] = []
    /// When the notice was found, and where.
    private(set) var found: [(at: Timestamp, channel: String)] = []
    public private(set) var draft: Digest?
    /// Who outside saw a head of the log with versions of it.
    private(set) var witnesses: [NoticeWitness] = []

    init(_ id: String) { self.id = id }

    public static func == (one: NoticeLife, other: NoticeLife) -> Bool {
        one.id == other.id && one.versions == other.versions && one.draft == other.draft
            && one.witnesses == other.witnesses
            && one.found.map(\.at) == other.found.map(\.at) && one.found.map(\.channel) == other.found.map(\.channel)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    public var latest: Version? { versions.last }

    mutating func apply(
        _ event: NoticeEvent, index: Int, at: Timestamp
    ) throws(LifeFault) {
        switch event {
        case .draft(let digest): draft = digest
        case .publish(let number, let content): try publish(number, content, index, at)
        case .probe(let channel, let isFound):
            guard let latest, latest.ended == nil else { throw LifeFault("\(id): nothing of it is public") }
            guard latest.record.channels.contains(channel) else {
                throw LifeFault("\(id): \(channel) is none of its channels: \(latest.record.channels)")
            }
            if isFound { found.append((at, channel)) }
        case .withdraw:
            guard let last = versions.indices.last, state(of: versions[last], at: at).isAlive else {
                throw LifeFault("\(id): nothing of it is public that could be withdrawn")
            }
            versions[last].ended = (.withdrawn, at)
        case .witness(let checkpoint, let key):
            let witness = try NoticeWitness(checkpoint: checkpoint, key: key, recordedAt: at)
            guard versions.contains(where: { $0.index < witness.size }) else {
                throw LifeFault("\(id): the log had nothing of it when it had \(witness.size) events")
            }
            witnesses.append(witness)
        }
    }

    /// The earliest proof from outside that a version was public, as known at a time; nil if there is none.
    public func proof(of version: Version, by time: Timestamp) -> NoticeWitness? {
        witnesses.filter { $0.size > version.index && $0.recordedAt <= time }.min { $0.at < $1.at }
    }

    /// The same for the version that first announced a source as it is now.
    func proof(of source: String, in version: Version, by time: Timestamp) -> NoticeWitness? {
        let since = version.since[source]
        return versions.first { $0.publishedAt == since && $0.record.sources.contains(source) }
            .flatMap { proof(of: $0, by: time) }
    }

    /// From when the window of a source counts: it is public, was found, and if anybody outside saw it, from then.
    func start(of source: String, in version: Version, by time: Timestamp) -> Timestamp? {
        guard let opened = openedAt(by: time), let since = version.since[source] else { return nil }
        return [opened, since, proof(of: source, in: version, by: time)?.at ?? since].max()
    }

    private mutating func publish(
        _ number: Int, _ content: [UInt8], _ index: Int, _ at: Timestamp
    ) throws(LifeFault) {
        guard number == versions.count + 1 else { throw LifeFault("\(id): version \(versions.count + 1) is due") }
        guard draft == Digest(of: content) else { throw LifeFault("\(id): what is published is not what was drafted") }
        let record: NoticeRecord
        do throws(ConfigError) {
            let node = try ConfigNode.read(String(decoding: content, as: UTF8.self), file: id)
            record = try NoticeRecord(node, publicSuffixList: nil)
        } catch {
            throw LifeFault("\(id): \(error)")
        }
        guard record.id == id else { throw LifeFault("\(id): its text names \(record.id)") }
        var since: [String: Timestamp] = [:]
        let before = versions.last.flatMap { state(of: $0, at: at).isAlive ? $0 : nil }
        for source in record.sources {
            let goesOn = before.map { record.isNoWider(than: $0.record) } == true
            since[source] = (goesOn ? before?.since[source] : nil) ?? at
        }
        if let last = versions.indices.last, before != nil { versions[last].ended = (.superseded, at) }
        versions.append(Version(number: number, record: record, publishedAt: at, since: since, index: index))
        draft = nil
    }

    /// When two of its channels had shown it; nil if they never did.
    public func openedAt(by time: Timestamp) -> Timestamp? {
        var channels: Set<String> = []
        for one in found where one.at <= time {
            channels.insert(one.channel)
            if channels.count >= 2 { return one.at }
        }
        return nil
    }

    /// The window of a source as known at a time; nil if none runs yet.
    public func window(of source: String, in version: Version, at time: Timestamp) -> NoticePeriod? {
        guard let start = start(of: source, in: version, by: time) else { return nil }
        let days = Set(found.filter { $0.at <= time }.map { $0.at.dayStart })
        return NoticePeriod(start: start, days: version.record.periodDays, found: days)
    }

    /// The state of a version as known at a time. It is effective once the windows of all its sources are closed.
    public func state(of version: Version, at time: Timestamp) -> NoticeState {
        if let ended = version.ended, ended.at <= time { return ended.state }
        if version.publishedAt.adding(days: Self.validityDays) <= time { return .expired }
        let windows = version.record.sources.map { window(of: $0, in: version, at: time) }
        guard let last = windows.compactMap({ $0 }).max(by: { $0.closes < $1.closes }), !windows.contains(nil) else {
            return .published
        }
        return last.isContinuous && last.closes <= time ? .effective : .windowOpen
    }
}

extension NoticeState {
    /// Whether it speaks still.
    var isAlive: Bool {
        switch self {
        case .published, .windowOpen, .effective: true
        case .draft, .superseded, .withdrawn, .expired: false
        }
    }
}
