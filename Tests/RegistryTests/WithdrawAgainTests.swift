import Canonical
import Foundation
import Provenance
import Registry
import Testing

@Suite("A withdrawal that is asked for again keeps its day")
struct WithdrawAgainTests {
    private func bench() throws -> (StoreBench, String) {
        let bench = try StoreBench()
        let id = try bench.file()
        try bench.store.prove(id, .domain, by: .document, at: bench.day(1))
        return (bench, id)
    }

    private func withdraw(_ bench: StoreBench, _ id: String, _ standing: Standing, _ day: Double) throws
        -> ObjectionLife
    {
        try bench.store.step(.withdraw, id, standing: standing, reason: "r", at: bench.day(day))
    }

    @Test("the first day stays, nothing is written, and it can be stopped and begun anew")
    func again() throws {
        let (bench, id) = try bench()
        let first = try withdraw(bench, id, .domain, 2)
        #expect(first.isBeingWithdrawn)
        let size = try bench.store.size()
        let second = try withdraw(bench, id, .documents, 5)
        #expect(second.pending == first.pending && second.isBeingWithdrawn)
        #expect(try bench.store.size() == size)
        _ = try bench.store.stop(id, reason: "no", at: bench.day(6))
        let third = try withdraw(bench, id, .domain, 7)
        #expect(third.pending?.due ?? bench.day(0) > first.pending?.due ?? bench.day(0))
        #expect(try bench.store.life(id, at: bench.day(40))?.state == .withdrawn)
        #expect(throws: RegistryError.self) { try withdraw(bench, id, .domain, 41) }
    }

    @Test("whoever shows less than the objection has is refused, also then")
    func standing() throws {
        let (bench, id) = try bench()
        _ = try withdraw(bench, id, .domain, 2)
        let error = #expect(throws: RegistryError.self) { try withdraw(bench, id, .mailbox, 3) }
        #expect(error?.code == .notAllowed && error?.reason.contains("needs L2 or more") == true)
    }
}
