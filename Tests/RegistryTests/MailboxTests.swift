import Canonical
import Foundation
import Provenance
import Registry
import Testing
import WebAddress

@Suite("Codes that show a mailbox, licensing bases 2(b), L1")
struct MailboxTests {
    static let list = try! PublicSuffixList(contents: suffixes)

    private func code(
        _ bench: StoreBench, _ id: String, to address: String? = nil, day: Double = 0
    ) throws -> Result<StandingChallenge, FilingRefusal> {
        try bench.store.mailCode(
            id, to: address.flatMap { MailAddress($0) }, suffixes: Self.list, at: bench.day(day))
    }

    private func redeem(
        _ bench: StoreBench, _ id: String, _ text: String, day: Double = 1
    ) throws -> Result<ObjectionLife, FilingRefusal> {
        try bench.store.redeem(id, code: text, suffixes: Self.list, at: bench.day(day))
    }

    private func refused<Value>(_ result: Result<Value, FilingRefusal>) -> RefusalCode? {
        if case .failure(let refusal) = result { refusal.code } else { nil }
    }

    @Test("A code read at the contact's mailbox shows L1, which is enough for a host, a page and a prefix")
    func host() throws {
        for (kind, value) in [
            ("host", "www.example.com"), ("url", "https://example.com/a"), ("prefix", "https://a.b.example.com/x"),
        ] {
            let bench = try StoreBench()
            let id = try bench.file(kind, value, contact: "ann@mail.example.com")
            let given = try code(bench, id).get()
            #expect(given.host == "ann@mail.example.com" && given.text.hasPrefix("muniment-mailbox="))
            let life = try redeem(bench, id, given.text).get()
            #expect(life.state == .effective && life.standing == .mailbox)
            #expect(try bench.store.check().size == (try bench.store.size()))
        }
    }

    @Test("A domain blocks from L1 on, and is verified by control of it alone")
    func domain() throws {
        let bench = try StoreBench()
        let id = try bench.file("domain", "example.com")
        #expect(try !bench.compile(day: 0).match(url("https://www.example.com/"), at: bench.day(0))[0].isBlocking)
        let life = try redeem(bench, id, try code(bench, id).get().token).get()
        #expect(life.state == .standingPending && life.standing == .mailbox)
        #expect(try bench.compile(day: 1).match(url("https://www.example.com/"), at: bench.day(1))[0].isBlocking)
    }

    @Test(
        "A mailbox elsewhere shows nothing: another domain, a public suffix above it, a neighbour on a platform",
        arguments: [
            ("host", "www.example.com", "ann@example.org"), ("host", "example.co.uk", "ann@other.co.uk"),
            ("host", "ann.github.io", "bob@bob.github.io"), ("url", "https://192.0.2.7/", "ann@example.com"),
        ])
    func elsewhere(kind: String, value: String, contact: String) throws {
        let bench = try StoreBench()
        let id = try bench.file(kind, value, contact: contact)
        let size = try bench.store.size()
        #expect(refused(try code(bench, id)) == .badMailbox)
        #expect(try bench.store.size() == size)
    }

    @Test("A role mailbox at the domain does where the contact is elsewhere")
    func role() throws {
        let bench = try StoreBench()
        let id = try bench.file("host", "www.example.com", contact: "ann@agency.org")
        #expect(refused(try code(bench, id)) == .badMailbox)
        let given = try code(bench, id, to: "webmaster@example.com").get()
        #expect(try redeem(bench, id, given.text).get().state == .effective)
    }

    @Test("Every site needs a mailbox of its own")
    func sites() throws {
        let bench = try StoreBench()
        var filing = StoreBench.filing("host", "example.com")
        filing.scopes.append(.init(kind: "host", value: "www.example.org"))
        let id = try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(0)).get()
            .objection
        #expect(try bench.store.mailSites(of: id, suffixes: Self.list) == ["example.com", "example.org"])
        #expect(try redeem(bench, id, try code(bench, id).get().text).get().standing == .claim)
        let other = try code(bench, id, to: "abuse@example.org", day: 1).get()
        #expect(try redeem(bench, id, other.text).get().state == .effective)
    }

    @Test("What lies on no host is shown by the contact's mailbox, and by no other")
    func nowhere() throws {
        let bench = try StoreBench()
        let id = try bench.file("payload", Digest(of: "x").description, contact: "ann@example.org")
        #expect(refused(try code(bench, id, to: "bob@example.org")) == .badMailbox)
        #expect(try redeem(bench, id, try code(bench, id).get().text).get().state == .effective)
    }

    @Test("An account is not shown by a mailbox at the platform")
    func account() throws {
        let bench = try StoreBench()
        let id = try bench.file("account", "https://platform.example.com/u/ann", contact: "staff@example.com")
        let life = try redeem(bench, id, try code(bench, id).get().text).get()
        #expect(life.state == .standingPending && !life.isProven)
    }

    @Test(
        "Good once, in time, for its objection; a nonce given out to be put at hosts is no code, nor the other way round"
    )
    func misused() throws {
        let bench = try StoreBench()
        let id = try bench.file("host", "example.com")
        let second = try bench.file("url", "https://example.com/x", contact: "bob@example.com")
        let (mailed, late) = (try code(bench, id).get(), try code(bench, second).get())
        let placed = try bench.store.challenge(id, suffixes: Self.list, at: bench.day(0))[0]
        #expect(refused(try redeem(bench, second, mailed.text)) == .noProof)
        #expect(refused(try redeem(bench, id, placed.text)) == .noProof)
        #expect(refused(try redeem(bench, id, placed.token)) == .noProof)
        let found = try bench.store.redeem(
            id, host: "example.com", found: "muniment-objection=\(mailed.token)\n\(mailed.text)", by: .wellKnown,
            suffixes: Self.list, at: bench.day(1))
        #expect(refused(found) == .noProof)
        #expect(refused(try redeem(bench, id, " \(mailed.token)\r\n")) == nil)
        #expect(refused(try redeem(bench, id, mailed.text)) == .usedNonce)
        #expect(refused(try redeem(bench, second, late.text, day: 3)) == .expiredNonce)
        for purpose in [NoncePurpose.mailbox, .signature] {
            #expect(throws: RegistryError.self) {
                try bench.store.challenge(id, for: purpose, suffixes: Self.list, at: bench.day(3))
            }
        }
    }

    @Test("Nobody's mailbox is filled: the sixth code within a day is refused")
    func flood() throws {
        let bench = try StoreBench()
        let id = try bench.file("host", "example.com")
        for _ in 0..<5 { _ = try code(bench, id).get() }
        #expect(refused(try code(bench, id, day: 0.9)) == .rateLimited)
        #expect(refused(try code(bench, id, day: 1.1)) == nil)
    }

    @Test("Erasing who objected takes the addresses of codes with it")
    func erased() throws {
        let bench = try StoreBench()
        let id = try bench.file("host", "example.com", contact: "erased-person@example.com")
        _ = try code(bench, id).get()
        try bench.store.erase(.identity, of: id, at: bench.day(1))
        for end in ["", "-wal"] where FileManager.default.fileExists(atPath: bench.path + end) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.path + end))
            #expect(bytes.range(of: Data("erased-person".utf8)) == nil)
        }
        #expect(refused(try code(bench, id, day: 1)) == .badMailbox)
    }

    @Test(
        "Addresses that could say more than an address are none",
        arguments: [
            "a b@example.com", "a@b@example.com", "a\r\nRCPT TO:<x>@example.com", "a@example.com>", "\"a\"@example.com",
            "a..b@example.com", ".a@example.com", "@example.com", "a@", "a@com", "a@192.0.2.1", "a@[192.0.2.1]",
            "é@example.com", "a@example.com\nBcc: x", String(repeating: "a", count: 65) + "@example.com",
        ])
    func noAddress(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test("An address counts by its domain's one form")
    func address() {
        #expect(MailAddress("Ann+x@EXAMPLE.com.")?.description == "Ann+x@example.com")
        #expect(MailAddress("a@bücher.com")?.domain == "xn--bcher-kva.com")
    }
}
