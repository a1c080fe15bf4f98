import Canonical
import Ledger
import Registry
import Testing
import WebAddress

@Suite("Forms that are sent again, and links that show how an objection stands")
struct LinkTests {
    private func list() throws -> PublicSuffixList { try PublicSuffixList(contents: suffixes) }

    private func send(
        _ bench: StoreBench, _ filing: ObjectionFiling, key: String, day: Double = 0
    ) throws -> Result<Receipt, FilingRefusal> {
        let form = Array("\(filing)".utf8)
        return try bench.store.file(
            filing, link: bench.store.link(key: key, form: form), suffixes: list(), key: bench.key,
            at: bench.day(day))
    }

    @Test("A form sent again is filed once and gets the same receipt and the same link")
    func again() throws {
        let bench = try StoreBench()
        let filing = StoreBench.filing("host", "www.example.com")
        let first = try send(bench, filing, key: "k1").get()
        let size = try bench.store.size()
        let second = try send(bench, filing, key: "k1", day: 1).get()
        #expect(first.objection == second.objection && first.event == second.event)
        #expect(try bench.store.size() == size)
        let token = bench.store.link(key: "k1", form: Array("\(filing)".utf8)).token
        #expect(token.utf8.count == 43)
        #expect(try bench.store.objection(linkedBy: token) == first.objection)
        #expect(try bench.store.objection(linkedBy: token + "A") == nil)
        #expect(try bench.store.receipt(of: first.objection, key: bench.key).event == first.event)
    }

    @Test("Another form under the same key is refused, and another key for the same form makes another link")
    func other() throws {
        let bench = try StoreBench()
        _ = try send(bench, StoreBench.filing("host", "www.example.com"), key: "k1").get()
        let other = StoreBench.filing("host", "www.example.org")
        guard case .failure(let refusal) = try send(bench, other, key: "k1") else {
            Issue.record("it was taken")
            return
        }
        #expect(refusal.code == .duplicate)
        #expect(bench.store.link(key: "a", form: [1]).token != bench.store.link(key: "b", form: [1]).token)
        #expect(bench.store.link(key: "a", form: [1]).token != bench.store.link(key: "a", form: [2]).token)
        #expect(bench.store.seal("a", for: "link") != bench.store.seal("a", for: "form"))
    }

    @Test("A nonce for a withdrawal begins it, and none for standing does")
    func withdrawal() throws {
        let bench = try StoreBench()
        let id = try bench.file("host", "www.example.com")
        let store = bench.store
        func ask(_ purpose: NoncePurpose, _ day: Double) throws -> StandingChallenge {
            try #require(
                try store.challenge(id, for: purpose, publicSuffixList: suffixes, at: bench.day(day)).first)
        }
        func redeem(_ nonce: StandingChallenge, _ text: String, _ purpose: NoncePurpose, _ day: Double) throws
            -> Result<ObjectionLife, FilingRefusal>
        {
            try store.redeem(
                id, host: nonce.host, found: text, by: .header, for: purpose, publicSuffixList: suffixes,
                at: bench.day(day))
        }
        #expect(throws: RegistryError.self) { try ask(.withdrawal, 0) }
        let standing = try ask(.standing, 0)
        let spare = try ask(.standing, 0)
        #expect(try redeem(standing, standing.text, .standing, 1).get().state == .effective)
        let nonce = try ask(.withdrawal, 1)
        let bent = spare.text.replacing("objection", with: "withdrawal")
        for text in [spare.text, bent] {
            guard case .failure(let refusal) = try redeem(nonce, text, .withdrawal, 1) else {
                Issue.record("\(text) withdrew it")
                continue
            }
            #expect(refusal.code == .noProof)
        }
        let life = try redeem(nonce, nonce.text, .withdrawal, 2).get()
        #expect(life.isBlocking && life.pending?.step == .withdraw && life.pending?.due == bench.day(16))
        #expect(life.nextChange?.state == .withdrawn)
        #expect(throws: RegistryError.self) { try ask(.withdrawal, 2) }
        #expect(try store.life(id, at: bench.day(17))?.state == .withdrawn)
    }
    @Test(
        "Whoever comes to own a host withdraws nothing that is objected to wherever it is",
        arguments: [
            ("payload", Digest(of: "x").description), ("work", "isbn:9780306406157"), ("host", "blog.example.com"),
        ])
    func newOwner(kind: String, value: String) throws {
        let bench = try StoreBench()
        var filing = StoreBench.filing("host", "www.example.com")
        filing.scopes.append(.init(kind: kind, value: value))
        let id = try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(0)).get()
            .objection
        try bench.store.prove(id, .domain, by: .dns, at: bench.day(1))
        if kind == "work" { try bench.store.prove(id, .signature, by: .signature, at: bench.day(1)) }
        #expect(try bench.store.life(id, at: bench.day(1))?.state == .effective)
        let isOfHosts = kind == "host"
        do throws(RegistryError) {
            let nonces = try bench.store.challenge(
                id, for: .withdrawal, publicSuffixList: suffixes, at: bench.day(2))
            #expect(isOfHosts && nonces.count == 2)
        } catch {
            #expect(!isOfHosts && error.code == .notAllowed)
        }
    }
}
