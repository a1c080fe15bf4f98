import Canonical
import Foundation
import Ledger
import Registry
import Testing

@testable import Portal

@Suite("The public log: RFC 9162, section 2.1, C2SP tlog-checkpoint")
struct PublicLogTests {
    @Test("Every event has a proof that leads to the signed root; heads go on from heads, over a restart too")
    func proofs() async throws {
        var bench = try PortalBench()
        bench.settings.limits.headSeconds = 1
        try bench.publish(["almanac.example"])
        let first = try await bench.portal().log.head()
        let before = try bench.store.size()
        #expect(first.size == before)
        #expect(try first.note.isSigned(by: bench.key.verifying))
        for number in 0..<80 {
            try bench.file("host", "h\(number).almanac.example", contact: "c\(number)@almanac.example")
        }
        let portal = try await bench.portal()
        let size = try bench.store.size()
        #expect(size > 300)
        for index in [0, 1, 5, 255, 256, 257, size - 1] {
            let entry = try #require(try await portal.log.entry(index))
            #expect(entry.proof.root(of: entry.leaf) == entry.head.root && entry.head.size == size)
            #expect(entry.event.index == index)
        }
        #expect(try await portal.log.entry(size) == nil)
        let head = try await portal.log.head()
        let proof = try #require(try await portal.log.consistency(from: first.size, to: size))
        #expect(proof.holds(from: first.root, to: head.root))
        #expect(try await portal.log.consistency(from: 0, to: size) == nil)
        #expect(try await portal.log.consistency(from: 2, to: size + 1) == nil)
        #expect(try bench.store.check(key: bench.key.verifying).root == head.root)
        bench.close()
    }

    @Test("A head is signed anew only after a while, but for who asks about a newer event")
    func patience() async throws {
        let bench = try PortalBench()
        let portal = try await bench.portal()
        let head = try await portal.log.head()
        try bench.file("host", "www.almanac.example", contact: "a@almanac.example")
        #expect(try await portal.log.head().size == head.size)
        let size = try bench.store.size()
        #expect(try await portal.log.entry(head.size)?.head.size == size)
        bench.close()
    }

    @Test("A log that does not go on from its last head is not signed")
    func cut() async throws {
        let bench = try PortalBench()
        try bench.file("host", "www.almanac.example", contact: "a@almanac.example")
        var head = Checkpoint(origin: "registry.example", size: try bench.store.size(), root: Digest(of: "another"))
        try head.sign(with: bench.key)
        try bench.store.keep(head)
        await #expect(throws: PortalError.self) { try await bench.portal() }
        var longer = Checkpoint(origin: "registry.example", size: 1000, root: Digest(of: "another"))
        try longer.sign(with: bench.key)
        try bench.store.keep(longer)
        await #expect(throws: PortalError.self) { try await bench.portal() }
        bench.close()
    }
}
