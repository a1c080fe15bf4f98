import Canonical
import Foundation
import Ledger
import Provenance
import Registry
import Testing

@Suite("The life of an objection, licensing bases 2(b)")
struct LifeTests {
    /// The steps that lead to a state, with what each needs.
    static let ways: [(ObjectionState, [LifeStep])] = [
        (.received, []), (.acked, [.acknowledge]), (.provisionalBlock, [.acknowledge, .block]),
        (.standingPending, [.acknowledge, .block, .ask]),
        (.deficient, [.acknowledge, .block, .ask, .deficient]),
        (.verified, [.acknowledge, .block, .ask, .verify]),
        (.effective, [.acknowledge, .block, .ask, .verify, .effect]),
        (.contested, [.acknowledge, .block, .ask, .verify, .effect, .contest]),
        (.upheld, [.acknowledge, .block, .ask, .verify, .effect, .contest, .uphold]),
        (.lifted, [.acknowledge, .block, .ask, .verify, .effect, .contest, .lift]),
        (.withdrawn, [.acknowledge, .block, .ask, .verify, .effect, .withdraw]),
        (.superseded, [.acknowledge, .block, .ask, .verify, .effect, .supersede]),
        (.liftedByOrder, [.acknowledge, .block, .ask, .verify, .effect, .liftByOrder]),
        (.rejected, [.reject]),
    ]

    /// The drawing of 2(b), as pairs. All others are refused.
    static let allowed: Set<String> = [
        "RECEIVED ACKED", "ACKED PROVISIONAL_BLOCK", "PROVISIONAL_BLOCK STANDING_PENDING",
        "STANDING_PENDING VERIFIED", "VERIFIED EFFECTIVE", "EFFECTIVE WITHDRAWN", "EFFECTIVE SUPERSEDED",
        "EFFECTIVE LIFTED_BY_ORDER", "STANDING_PENDING DEFICIENT", "DEFICIENT STANDING_PENDING",
        "EFFECTIVE CONTESTED", "CONTESTED UPHELD", "CONTESTED LIFTED", "RECEIVED REJECTED",
    ]

    static let states = ways.map(\.0) + [.lapsed]

    /// A store with an objection in a state, and the day it is then.
    private func arrive(at state: ObjectionState) throws -> (StoreBench, id: String, day: Double) {
        let bench = try StoreBench()
        let id = try bench.file(review: true)
        if state == .lapsed {
            try bench.store.accept(id, at: bench.day(0))
            return (bench, id, 30)
        }
        let other = try bench.file(contact: "bob@example.com")
        var day = 0.1
        for step in Self.ways.first(where: { $0.0 == state })?.1 ?? [] {
            try take(step, id, other, bench, day)
            if step.isDelayed { day += 20 }
        }
        return (bench, id, day)
    }

    private func take(_ step: LifeStep, _ id: String, _ other: String, _ bench: StoreBench, _ day: Double) throws {
        if step == .verify {
            try bench.store.proveOnly(id, .mailbox, by: .mailbox, at: bench.day(day))
        }
        try bench.store.step(
            step, id, standing: .order, reason: step == .supersede ? other : "code", at: bench.day(day))
    }

    @Test("Every transition of the drawing is allowed, and every other refused", arguments: states)
    func table(_ state: ObjectionState) throws {
        for step in LifeStep.allCases {
            let (bench, id, day) = try arrive(at: state)
            #expect(try bench.store.life(id, at: bench.day(day))?.state == state)
            let other = try bench.file(contact: "eve@example.com", day: day)
            let isAllowed =
                Self.allowed.contains("\(state.rawValue) \(step.transition.to.rawValue)")
                && step.transition.from == state
            let size = try bench.store.size()
            if isAllowed {
                try take(step, id, other, bench, day)
                let next = try bench.store.life(id, at: bench.day(day + (step.isDelayed ? 20 : 0)))
                #expect(next?.state == step.transition.to)
            } else {
                let fault = #expect(throws: RegistryError.self) {
                    try bench.store.step(step, id, standing: .order, reason: other, at: bench.day(day))
                }
                #expect(fault?.code == .notAllowed)
                #expect(try bench.store.size() == size)
            }
        }
    }

    @Test("The steps are the drawing, neither more nor less")
    func steps() {
        let steps = LifeStep.allCases.map { "\($0.transition.from.rawValue) \($0.transition.to.rawValue)" }
        #expect(Set(steps) == Self.allowed)
        #expect(steps.count == Self.allowed.count)
    }

    @Test("Time alone: no proof in 7 days is a deficiency, 14 more days a lapse; proof handed in stops the clock")
    func timers() throws {
        let bench = try StoreBench()
        let id = try bench.file()
        func state(_ day: Double) throws -> ObjectionState? { try bench.store.life(id, at: bench.day(day))?.state }
        #expect(try state(0) == .standingPending)
        #expect(try state(6.99) == .standingPending)
        #expect(try state(7) == .deficient)
        #expect(try state(20.99) == .deficient)
        #expect(try state(21) == .lapsed)
        try bench.store.submit(id, evidence: [1, 2, 3], at: bench.day(10))
        #expect(try state(9.9) == .deficient)
        #expect(try state(10) == .standingPending)
        #expect(try state(300) == .standingPending)
        try bench.store.prove(id, .documents, by: .document, at: bench.day(301))
        #expect(try state(301) == .effective)
    }

    @Test("It blocks from receipt until it ends, at every state on the way")
    func blocking() throws {
        let bench = try StoreBench()
        let id = try bench.file("domain", "example.com")
        #expect(
            try bench.compile(day: 0).match(url("https://example.com/"), at: bench.day(0)).first?.isBlocking == false)
        let host = try bench.file("host", "example.org", contact: "bob@example.org")
        let snapshot = try bench.compile(day: 0)
        #expect(snapshot.match(url("https://example.org/"), at: bench.day(0)).first?.isBlocking == true)
        #expect(snapshot.log?.size == (try bench.store.size()))
        try bench.store.prove(id, .domain, by: .dns, at: bench.day(1))
        #expect(
            try bench.compile(day: 1).match(url("https://www.example.com/"), at: bench.day(1)).first?.isBlocking == true
        )
        let late = try bench.compile(day: 40)
        #expect(late.match(url("https://example.org/"), at: bench.day(40)).first?.state == "LAPSED")
        #expect(try bench.store.life(host, at: bench.day(40))?.isBlocking == false)
    }

    @Test("A withdrawal needs the standing of the objection, waits 14 days, and can be stopped")
    func withdrawal() throws {
        let bench = try StoreBench()
        let id = try bench.file()
        try bench.store.prove(id, .domain, by: .dns, at: bench.day(1))
        let fault = #expect(throws: RegistryError.self) {
            try bench.store.step(.withdraw, id, standing: .mailbox, at: bench.day(2))
        }
        #expect(fault?.reason.contains("L2") == true)
        try bench.store.step(.withdraw, id, standing: .domain, at: bench.day(2))
        #expect(try bench.store.life(id, at: bench.day(15.9))?.state == .effective)
        #expect(try bench.store.life(id, at: bench.day(16))?.state == .withdrawn)
        let snapshot = try bench.compile(day: 3)
        #expect(snapshot.match(url("https://example.com/"), at: bench.day(15)).first?.isBlocking == true)
        #expect(snapshot.match(url("https://example.com/"), at: bench.day(17)).first?.isBlocking == false)
        try bench.store.stop(id, reason: "not_me", at: bench.day(4))
        #expect(try bench.store.life(id, at: bench.day(90))?.state == .effective)
    }

    @Test("A counter-notice leaves 10 business days at least: holidays count")
    func counterNotice() throws {
        var rules = RegistryRules()
        rules.holidays = ["2026-01-12", "2026-01-13", "2026-01-14", "2026-01-15", "2026-01-16"]
        let bench = try StoreBench(rules: rules)
        let id = try bench.file()
        try bench.store.prove(id, .mailbox, by: .mailbox, at: bench.day(0))
        try bench.store.step(.contest, id, standing: .mailbox, at: bench.day(0))
        // Monday 5 January; business days 6 to 9, 19 to 23 and 26 January.
        let life = try bench.store.life(id, at: bench.day(0))
        #expect(life?.pending?.due == time("2026-01-27T00:00:00Z"))
        #expect(try bench.store.life(id, at: time("2026-01-26T23:59:59Z"))?.state == .effective)
        #expect(try bench.store.life(id, at: time("2026-01-27T00:00:00Z"))?.state == .contested)
        #expect(try bench.store.life(id, at: time("2027-01-27T00:00:00Z"))?.isBlocking == true)
    }

    @Test("Only what blocks all of it, and for as long, supersedes an objection")
    func supersession() throws {
        struct Case {
            let old: (kind: String, value: String)
            let new: (kind: String, value: String)
            var standing = Standing.claim
            var days: Double?
            let isTaken: Bool
        }
        let host = ("host", "www.example.com")
        let cases = [
            Case(old: host, new: host, isTaken: true),
            Case(old: host, new: host, days: 30, isTaken: false),
            Case(old: host, new: ("url", "https://tiny.org/x"), isTaken: false),
            Case(old: host, new: ("url", "https://www.example.com/"), isTaken: false),
            Case(old: host, new: ("domain", "example.com"), standing: .domain, isTaken: true),
            Case(old: host, new: ("domain", "example.com"), isTaken: false),
            Case(old: ("domain", "a.example.com"), new: ("domain", "example.com"), standing: .domain, isTaken: true),
            Case(old: ("domain", "example.com"), new: ("domain", "a.example.com"), standing: .domain, isTaken: false),
            Case(old: ("domain", "example.com"), new: ("host", "example.com"), standing: .domain, isTaken: false),
            Case(old: ("url", "http://example.com:8080/a"), new: ("host", "example.com"), isTaken: true),
            Case(
                old: ("url", "https://example.com/u/anna"), new: ("prefix", "https://example.com/u/ann"), isTaken: false
            ),
            Case(
                old: ("prefix", "https://example.com/u/ann/b"), new: ("prefix", "https://example.com/u/ann"),
                isTaken: true),
            Case(old: ("url", "https://[2001:db8::1]:8080/a"), new: ("host", "[2001:db8::1]"), isTaken: true),
            Case(
                old: ("payload", Digest(of: "x").hex), new: ("payload", Digest(of: "y").hex), standing: .mailbox,
                isTaken: false),
        ]
        for one in cases {
            let bench = try StoreBench()
            let id = try bench.file(one.old.kind, one.old.value)
            try bench.store.prove(id, .domain, by: .dns, at: bench.day(0))
            var filing = StoreBench.filing(one.new.kind, one.new.value, contact: "bob@example.org")
            filing.to = one.days.map { bench.day($0) }
            let other = try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(0)).get()
            if one.standing > .claim {
                try bench.store.prove(other.objection, one.standing, by: .dns, at: bench.day(0))
            }
            do throws(RegistryError) {
                let life = try bench.store.step(.supersede, id, reason: other.objection, at: bench.day(1))
                #expect(one.isTaken && life.state == .superseded, "\(one)")
            } catch {
                #expect(!one.isTaken && error.code == .notAllowed, "\(one): \(error)")
            }
        }
    }

    @Test("Payment and corrections are no refusals and block nothing")
    func otherActs() throws {
        let bench = try StoreBench()
        var filing = StoreBench.filing()
        filing.act = .claimPayment
        _ = try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(0)).get()
        #expect(try bench.compile(day: 0).count == 0)
    }
}
