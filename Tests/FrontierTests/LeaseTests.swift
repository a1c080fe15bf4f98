import Testing
import WebAddress

@testable import Frontier

@Suite("Leasing what is due")
struct LeaseTests {
    @Test("One lease per host at a time, and none again before the delay has passed")
    func oneAtATime() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        try await frontier.commit(seeds(["http://a.example/1", "http://a.example/2", "http://b.example/1"]))
        let first = try await frontier.lease(10, now: 1000)
        #expect(first.map(\.url.text) == ["http://a.example/1", "http://b.example/1"])
        #expect(try await frontier.lease(10, now: 2000).isEmpty)
        await frontier.finish(first[0], .answered, at: 2000)
        #expect(try await frontier.lease(10, now: 2999).isEmpty)
        #expect(try await frontier.nextReady() == 3000)
        #expect(try await frontier.lease(10, now: 3000).map(\.url.text) == ["http://a.example/2"])
    }

    @Test("A finished URL is not leased again before or after its commit")
    func noDoubles() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        try await frontier.commit(seeds(["http://a.example/1"]))
        let lease = try #require(try await frontier.lease(1, now: 0).first)
        await frontier.finish(lease, .answered, at: 10)
        #expect(try await frontier.lease(1, now: 100_000).isEmpty)
        var commit = SegmentCommit()
        commit.updates = [lease.captured(at: 10)]
        try await frontier.commit(commit)
        #expect(try await frontier.lease(1, now: 200_000).isEmpty)
        #expect(try await frontier.nextReady() == nil)
        #expect(try await frontier.tallies()[.done] == 1)
    }

    @Test("What is put back is due again")
    func putBack() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        try await frontier.commit(seeds(["http://a.example/1"]))
        let lease = try #require(try await frontier.lease(1, now: 0).first)
        await frontier.finish(lease, .answered, at: 10, putBack: true)
        #expect(try await frontier.lease(1, now: 1010).first?.id == lease.id)
    }

    struct Wait: CustomTestStringConvertible {
        let testDescription: String
        let report: HostReport
        let range: ClosedRange<Int64>
    }

    @Test(
        "A host is left alone as long as it asks, within limits (RFC 9110, 10.2.3)",
        arguments: [
            Wait(testDescription: "answered", report: .answered, range: 1_000...1_000),
            Wait(
                testDescription: "429 with Retry-After", report: .slowDown(retryAfter: 90_000), range: 90_000...90_000),
            Wait(
                testDescription: "a Retry-After of years", report: .slowDown(retryAfter: .max / 4),
                range: 86_400_000...86_400_000),
            Wait(testDescription: "429 without", report: .slowDown(retryAfter: nil), range: 2_500...5_000),
            Wait(testDescription: "failed", report: .failed, range: 2_500...5_000),
            Wait(testDescription: "untouched", report: .untouched, range: 0...0),
        ])
    func waits(_ wait: Wait) async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        try await frontier.commit(seeds(["http://a.example/1", "http://a.example/2"]))
        let lease = try #require(try await frontier.lease(1, now: 0).first)
        await frontier.finish(lease, wait.report, at: 500)
        let next = try #require(try await frontier.nextReady())
        #expect(wait.range.contains(wait.report == .untouched ? next : next - 500))
    }

    @Test("Failures in a row double the wait, the same way for the same seed")
    func backoff() {
        var last: Int64 = 0
        for failures in 1...12 {
            let wait = Backoff.wait(first: 1000, longest: 3_600_000, failures: failures, host: "a.example", seed: 7)
            let full = min(Int64(1000) << Int64(failures - 1), 3_600_000)
            #expect((full / 2...full).contains(wait))
            #expect(wait >= last)
            #expect(
                wait == Backoff.wait(first: 1000, longest: 3_600_000, failures: failures, host: "a.example", seed: 7))
            last = wait
        }
    }

    @Test("Crawl-delay lengthens the delay and never shortens it")
    func crawlDelay() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        try await frontier.commit(seeds(["http://a.example/1", "http://b.example/1", "http://c.example/"]))
        for (host, delay) in ["a.example": 10_000, "b.example": 10, "c.example": 100_000_000] as [String: Int64] {
            try await frontier.setCrawlDelay(delay, host: host)
        }
        try await frontier.commit(SegmentCommit())
        let delays = try await frontier.lease(3, now: 0).map(\.delay)
        #expect(delays == [10_000, 1_000, 60_000])
    }

    @Test("A commit while others are at work neither loses nor repeats anything")
    func commitBetween() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        try await frontier.commit(seeds((0..<10).map { "http://a.example/\($0)" }))
        var waiting: URLUpdate?
        var seen: [Int64] = []
        var now: Int64 = 0
        while let lease = try await frontier.lease(1, now: now).first {
            seen.append(lease.id)
            if seen.count == 3 { try await frontier.setCrawlDelay(2_000, host: "a.example") }
            var commit = SegmentCommit()
            commit.updates = waiting.map { [$0] } ?? []
            if seen.count % 2 == 0 { try await frontier.commit(commit) }
            await frontier.finish(lease, .answered, at: now)
            if seen.count % 2 == 1 { try await frontier.commit(commit) }
            waiting = lease.captured(at: now)
            #expect(try await frontier.nextReady() == now + (seen.count < 3 ? 1_000 : 2_000))
            now += 2_000
        }
        #expect(Set(seen).count == 10)
        #expect(seen.count == 10)
    }

    @Test("A host outside the queue is asked for under the same rules")
    func borrowing() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        try await frontier.commit(seeds(["http://a.example/1"]))
        #expect(try await frontier.borrow(host: "a.example", now: 0) == .granted(delay: 1000))
        #expect(try await frontier.borrow(host: "a.example", now: 0) == .busy)
        #expect(try await frontier.lease(1, now: 0).isEmpty)
        await frontier.giveBack(host: "a.example", .answered, at: 100)
        #expect(try await frontier.borrow(host: "a.example", now: 200) == .notBefore(1100))
        #expect(try await frontier.lease(1, now: 1100).count == 1)
        #expect(try await frontier.borrow(host: "new.example", now: 0) == .granted(delay: 1000))
    }

    @Test("A closed host is not leased; opened again, it is")
    func closedHosts() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        var commit = try seeds(["http://a.example/1", "http://a.example/2"])
        commit.closedHosts = ["a.example": "objection"]
        try await frontier.commit(commit)
        #expect(try await frontier.lease(1, now: 9999).isEmpty)
        #expect(try await frontier.borrow(host: "a.example", now: 9999) == .closed(reason: "objection"))
        #expect(try await frontier.pending(host: "a.example") == 2)
        var opening = SegmentCommit()
        opening.openedHosts = ["a.example"]
        try await frontier.commit(opening)
        #expect(try await frontier.lease(1, now: 9999).count == 1)
    }

    @Test("A captured URL comes back by the schedule, with its validators; an unchanged one later")
    func recrawl() async throws {
        let folder = try Folder()
        var settings = FrontierSettings()
        settings.recrawl = RecrawlSchedule(first: 10_000, shortest: 1_000, longest: 100_000)
        let frontier = try Frontier(path: folder.store, settings: settings, now: 0)
        try await frontier.commit(seeds(["http://a.example/1"]))
        var now: Int64 = 0
        for expected in [10_000, 15_000, 22_500] as [Int64] {
            let lease = try #require(try await frontier.lease(1, now: now).first)
            await frontier.finish(lease, .answered, at: now)
            var commit = SegmentCommit()
            commit.updates = [lease.captured(at: now, changed: false)]
            try await frontier.commit(commit)
            #expect(try await frontier.lease(1, now: now + expected - 1).isEmpty)
            #expect(try await frontier.nextReady() == now + expected)
            now += expected
        }
        #expect(try await frontier.lease(1, now: now).first?.last?.etag == "\"25000\"")
    }

    @Test("Whatever happens, two requests to one host never come closer than its delay", arguments: 0..<6)
    func politeness(_ seed: Int) async throws {
        var dice = Dice(state: UInt64(seed + 1))
        let folder = try Folder()
        var frontier: Frontier? = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        try await frontier?.commit(seeds((0..<200).map { "http://h\($0 % 5).example/\($0)" }))
        var lastEnd: [String: Int64] = [:]
        var held: [Lease] = []
        var now: Int64 = 0
        for step in 0..<400 {
            now += Int64.random(in: 0...400, using: &dice)
            for lease in try await frontier?.lease(Int.random(in: 1...5, using: &dice), now: now) ?? [] {
                #expect(!held.contains { $0.host == lease.host })
                #expect(now - (lastEnd[lease.host] ?? -1000) >= 1000)
                held.append(lease)
            }
            if let lease = held.randomElement(using: &dice), Bool.random(using: &dice) {
                held.removeAll { $0 == lease }
                lastEnd[lease.host] = now
                await frontier?.finish(lease, .answered, at: now, putBack: Bool.random(using: &dice))
            }
            if step % 7 == 0 { try await frontier?.commit(SegmentCommit()) }
            if step % 97 == 96 {
                for lease in held { lastEnd[lease.host] = now }
                held = []
                frontier = nil
                frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: now)
            }
        }
    }
}
