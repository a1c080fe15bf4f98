import Canonical
import Provenance
import Registry
import Testing

@Suite("Nonces that show control of a host, licensing bases 2(b), L2")
struct ChallengeTests {
    private func redeem(
        _ bench: StoreBench, _ id: String, _ host: String, _ found: String, day: Double
    ) throws -> Result<ObjectionLife, FilingRefusal> {
        try bench.store.redeem(
            id, host: host, found: found, by: .wellKnown, publicSuffixList: suffixes, at: bench.day(day))
    }

    private func challenges(_ bench: StoreBench, _ id: String, day: Double = 0) throws -> [StandingChallenge] {
        try bench.store.challenge(id, publicSuffixList: suffixes, at: bench.day(day))
    }

    private func code(_ result: Result<ObjectionLife, FilingRefusal>) -> RefusalCode? {
        if case .failure(let refusal) = result { refusal.code } else { nil }
    }

    @Test("A domain is proven at its registrable domain, and then the objection takes effect")
    func domain() throws {
        let bench = try StoreBench()
        let id = try bench.file("domain", "blog.example.co.uk")
        let nonce = try #require(try challenges(bench, id).first)
        #expect(nonce.host == "example.co.uk")
        #expect(nonce.record == "_ai-objection.example.co.uk")
        #expect(nonce.wellKnown == "https://example.co.uk/.well-known/muniment-objection.txt")
        #expect(nonce.token.utf8.count == 32 && nonce.due == bench.day(3))
        let life = try redeem(bench, id, nonce.host, "v=1\n\(nonce.text)\r\n", day: 1).get()
        #expect(life.state == .effective && life.standing == .domain)
        #expect(try bench.store.check().size == (try bench.store.size()))
    }

    @Test("Single use, in time, for its objection and its host; other text proves nothing")
    func refused() throws {
        let bench = try StoreBench()
        let first = try bench.file("host", "www.example.com")
        let second = try bench.file("host", "www.example.com", contact: "bob@example.com")
        let nonce = try #require(try challenges(bench, first).first)
        let late = try #require(try challenges(bench, second).first)
        #expect(nonce.host == "www.example.com")
        #expect(code(try redeem(bench, second, nonce.host, nonce.text, day: 1)) == .noProof)
        #expect(code(try redeem(bench, first, "example.com", nonce.text, day: 1)) == .noProof)
        #expect(code(try redeem(bench, first, nonce.host, "", day: 1)) == .noProof)
        #expect(code(try redeem(bench, first, nonce.host, nonce.token, day: 1)) == .noProof)
        #expect(code(try redeem(bench, first, nonce.host, "x" + nonce.text, day: 1)) == .noProof)
        let size = try bench.store.size()
        #expect(code(try redeem(bench, first, nonce.host, nonce.text, day: 1)) == nil)
        #expect(try bench.store.size() == size + 3)
        #expect(code(try redeem(bench, first, nonce.host, nonce.text, day: 1)) == .usedNonce)
        #expect(code(try redeem(bench, second, late.host, late.text, day: 3)) == .expiredNonce)
        #expect(try bench.store.life(second, at: bench.day(3))?.standing == .claim)
    }

    @Test("Every host of an objection must be shown; a payload lies on none")
    func several() throws {
        let bench = try StoreBench()
        var filing = StoreBench.filing("url", "https://example.com:8443/a")
        filing.scopes.append(.init(kind: "prefix", value: "http://www.example.org/b"))
        let id = try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(0)).get()
            .objection
        let nonces = try challenges(bench, id)
        #expect(nonces.map(\.host) == ["example.com", "www.example.org"])
        #expect(try redeem(bench, id, nonces[0].host, nonces[0].text, day: 1).get().standing == .claim)
        #expect(try redeem(bench, id, nonces[1].host, nonces[1].text, day: 1).get().state == .effective)
        let payload = try bench.file("payload", Digest(of: "x").description, contact: "eve@example.org", day: 1)
        #expect(throws: RegistryError.self) { try challenges(bench, payload, day: 1) }
    }

    @Test("An account is proven on its own page; control of the platform's files, or a mailbox, shows nothing of it")
    func account() throws {
        let bench = try StoreBench()
        let id = try bench.file("account", "https://platform.example.com/u/ann")
        let nonce = try #require(try challenges(bench, id).first)
        #expect(nonce.host == "platform.example.com/u/ann" && StandingChallenge.isAccount(nonce.host))
        #expect(throws: RegistryError.self) { try redeem(bench, id, nonce.host, nonce.text, day: 1) }
        let mailbox = try bench.store.prove(id, .mailbox, by: .mailbox, at: bench.day(1))
        #expect(mailbox.state == .standingPending && !mailbox.isProven)
        #expect(throws: RegistryError.self) { try bench.store.step(.verify, id, at: bench.day(1)) }
        let page = "<html><p>About me: <b>\(nonce.text)</b></p></html>"
        let life = try bench.store.redeem(
            id, host: nonce.host, found: page, by: .account, publicSuffixList: suffixes, at: bench.day(1)
        ).get()
        #expect(life.state == .effective && life.standing == .mailbox)
        #expect(try bench.store.check().size == (try bench.store.size()))
    }

    @Test("An account beside a host needs both, and a signature stands for either")
    func accountAndHost() throws {
        let bench = try StoreBench()
        var filing = StoreBench.filing("account", "https://platform.example.com/u/ann")
        filing.scopes.append(.init(kind: "host", value: "ann.example.org"))
        let id = try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(0)).get()
            .objection
        let nonces = try challenges(bench, id)
        #expect(nonces.map(\.host) == ["ann.example.org", "platform.example.com/u/ann"])
        let page = try bench.store.redeem(
            id, host: nonces[1].host, found: nonces[1].text, by: .account, publicSuffixList: suffixes, at: bench.day(1)
        ).get()
        #expect(page.standing == .claim)
        #expect(try redeem(bench, id, nonces[0].host, nonces[0].text, day: 1).get().state == .effective)
        let other = try bench.file("account", "https://platform.example.com/u/bob", contact: "bob@example.org", day: 1)
        #expect(try bench.store.prove(other, .signature, by: .signature, at: bench.day(2)).state == .effective)
    }
}
