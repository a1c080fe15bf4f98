internal import Canonical
internal import Frontier
internal import Provenance
internal import WebAddress

/// Fetches documents that site files name on hosts other than their own, each once for all who name it.
///
/// Whoever waits here holds its own host and does not speak to it meanwhile. So the desk may speak to a host whose
/// holder waits, and two hosts that name documents of each other do not wait for ever.
actor DocumentDesk {
    private let gate: any HostGate
    private let named: NamedFetch
    /// Milliseconds to wait at most for a host that somebody else speaks to.
    private let patience: Int64
    private var running: [CanonicalURL: Task<Result<NamedFetch.Outcome, JobError>, Never>] = [:]
    private var done: [CanonicalURL: SiteFileFetch.Found] = [:]
    private var waiting: [String: Int] = [:]
    private var speaking: Set<String> = []
    private static let capacity = 10_000

    init(gate: any HostGate, named: NamedFetch, patience: Int64) {
        self.gate = gate
        self.named = named
        self.patience = patience
    }

    /// - Parameters:
    ///   - origin: whose file names the document, and for whom it speaks.
    ///   - delay: milliseconds between two requests, where the host itself asks for no more.
    func document(
        _ name: SiteFileName, at url: CanonicalURL, of origin: Origin, delay: Int
    ) async throws(JobError) -> NamedFetch.Outcome {
        if let found = done[url], found.file.expires > Timestamp.now {
            return NamedFetch.Outcome(document: found.speaking(name, for: origin, isFirst: false))
        }
        let holder = origin.host
        waiting[holder, default: 0] += 1
        let isFirst = running[url] == nil
        let task = running[url] ?? Task { await fetch(name, at: url, of: origin, delay: delay) }
        running[url] = task
        let result = await task.value
        running[url] = nil
        while speaking.contains(holder) { try await Pause.sleep(20) }
        waiting[holder, default: 1] -= 1
        var outcome = try result.get()
        if let found = outcome.document {
            if done.count >= Self.capacity { done.removeAll() }
            done[url] = found
            outcome.document = found.speaking(name, for: origin, isFirst: isFirst)
        }
        if !isFirst { outcome.robots = nil }
        return outcome
    }

    private func fetch(
        _ name: SiteFileName, at url: CanonicalURL, of origin: Origin, delay: Int
    ) async -> Result<NamedFetch.Outcome, JobError> {
        do throws(JobError) {
            let right = try await enter(url.host, delay: delay)
            guard let right else {
                let file = SiteFile.unreachable(
                    name, origin: origin, hops: [Hop(url: url.text, status: 0)], at: Timestamp.now,
                    reason: "its host was busy or closed")
                return .success(.init(document: .init(file: file, records: [], isSlowDown: false)))
            }
            let result = await attempt(name, at: url, of: origin, delay: right.delay)
            speaking.remove(url.host)
            if right.isBorrowed { await gate.giveBack(url.host, Self.report(result), at: Timestamp.nowMilliseconds) }
            return result
        } catch {
            return .failure(error)
        }
    }

    private func attempt(
        _ name: SiteFileName, at url: CanonicalURL, of origin: Origin, delay: Int
    ) async -> Result<NamedFetch.Outcome, JobError> {
        do throws(JobError) { return .success(try await named.run(name, at: url, of: origin, delay: delay)) } catch {
            return .failure(error)
        }
    }

    private struct Right {
        let delay: Int
        /// From the gate; else it is lent by somebody who waits at the desk.
        let isBorrowed: Bool
    }

    /// Waits until the host may be spoken to; nil if that took too long or the host is closed.
    private func enter(_ host: String, delay: Int) async throws(JobError) -> Right? {
        let end = Timestamp.nowMilliseconds + patience
        while Timestamp.nowMilliseconds < end {
            if !speaking.contains(host) {
                speaking.insert(host)
                if waiting[host, default: 0] > 0 {
                    try await Pause.sleep(delay)
                    return Right(delay: delay, isBorrowed: false)
                }
                switch try await gate.borrow(host, now: Timestamp.nowMilliseconds) {
                case .granted(let own): return Right(delay: max(delay, Int(own)), isBorrowed: true)
                case .closed:
                    speaking.remove(host)
                    return nil
                case .busy, .notBefore: speaking.remove(host)
                }
            }
            try await Pause.sleep(50)
        }
        return nil
    }

    private static func report(_ result: Result<NamedFetch.Outcome, JobError>) -> HostReport {
        guard case .success(let outcome) = result else { return .failed }
        let asked = [outcome.robots, outcome.document].compactMap { $0 }
        if asked.isEmpty { return .untouched }
        if asked.contains(where: { $0.isSlowDown }) { return .slowDown(retryAfter: nil) }
        return asked.contains { $0.isSilent } ? .failed : .answered
    }
}

extension SiteFileFetch.Found {
    /// The same document, as another origin names it. Its records are archived for the first.
    fileprivate func speaking(_ name: SiteFileName, for origin: Origin, isFirst: Bool) -> SiteFileFetch.Found {
        let same = SiteFile(
            kind: name.kind, asked: name.asked, origin: origin, fetched: file.fetched, hops: file.hops,
            outcome: file.outcome, reason: file.reason, body: file.body, contentType: file.contentType,
            isCut: file.isCut, expires: file.expires)
        return SiteFileFetch.Found(file: same, records: isFirst ? records : [], isSlowDown: isSlowDown)
    }
}
