import Canonical
import Foundation
import Ledger
import Registry
import Testing
import WebAddress

@Suite("Signatures by a key that stands at the objector's domain, licensing bases 2(b), L3")
struct SignatureTests {
    private static let list = MailboxTests.list
    private static let key = try! SigningKey(name: "example.com", seed: Array(1...32))

    private func given(_ bench: StoreBench, _ id: String, day: Double = 0) throws -> ObjectionStatement {
        try bench.store.statement(id, suffixes: Self.list, at: bench.day(day)).statement
    }

    private func signed(_ statement: ObjectionStatement, by key: SigningKey = key) throws -> SignedStatement {
        // As it comes: read from what was written.
        try SignedStatement(try SignedStatement(statement, key: key).json.canonicalBytes)
    }

    /// Hands it in, with a key standing at all places.
    private func redeem(
        _ bench: StoreBench, _ id: String, _ signed: SignedStatement, text: String? = nil, day: Double = 1
    ) throws -> Result<ObjectionLife, FilingRefusal> {
        let text = text ?? "v=1\nmuniment-key=\(Self.key.verifying.text)\n"
        let places = try bench.store.keyPlaces(of: id, suffixes: Self.list)
        return try bench.store.redeem(
            id, signed: signed, found: Dictionary(uniqueKeysWithValues: places.map { ($0, text) }),
            suffixes: Self.list, at: bench.day(day))
    }

    private func refused(_ result: Result<ObjectionLife, FilingRefusal>) -> RefusalCode? {
        if case .failure(let refusal) = result { refusal.code } else { nil }
    }

    @Test(
        "It shows L3, which is enough for a domain, an account, a work and a party",
        arguments: [
            ("domain", "blog.example.com", ["example.com"]),
            ("account", "https://platform.example.com/u/ann", ["platform.example.com/u/ann"]),
            ("isbn", "9783161484100", ["example.com"]), ("orcid", "0000-0002-1825-0097", ["example.com"]),
        ])
    func taken(kind: String, value: String, places: [String]) throws {
        let bench = try StoreBench()
        let id = try bench.file(kind, value, contact: "rights@mail.example.com")
        #expect(try bench.store.keyPlaces(of: id, suffixes: Self.list) == places)
        let life = try redeem(bench, id, try signed(try given(bench, id))).get()
        #expect(life.state == .effective && life.standing == .signature)
        #expect(try bench.store.check().size == (try bench.store.size()))
    }

    @Test(
        "Replayed, too late, changed, of another objection, by another key, or with a key that stands nowhere: refused")
    func refusals() throws {
        let bench = try StoreBench()
        let id = try bench.file("domain", "example.com")
        let other = try bench.file("domain", "example.org", contact: "bob@example.com")
        let statement = try given(bench, id)
        let good = try signed(statement)
        let size = try bench.store.size()
        #expect(refused(try redeem(bench, other, good)) == .badSignature)
        #expect(refused(try redeem(bench, id, good, text: "nothing")) == .noProof)
        #expect(refused(try redeem(bench, id, good, text: "muniment-key=\(Self.key.verifying.text)x")) == .noProof)
        let stranger = try SigningKey(name: "example.com", seed: Array(2...33))
        #expect(refused(try redeem(bench, id, try signed(statement, by: stranger))) == .noProof)
        #expect(refused(try redeem(bench, id, try forged(good, nonce: try given(bench, other).nonce))) == .badSignature)
        #expect(refused(try redeem(bench, id, try signed(try restated(statement, "nonce", "AAAA")))) == .noProof)
        #expect(refused(try redeem(bench, id, try signed(try restated(statement, "log", "else.org")))) == .badSignature)
        #expect(try bench.store.life(id, at: bench.day(1))?.standing == .claim)
        #expect(try bench.store.size() == size + 1)

        #expect(try redeem(bench, id, good).get().state == .effective)
        #expect(refused(try redeem(bench, id, good)) == .usedNonce)
        #expect(refused(try redeem(bench, other, try signed(try given(bench, other, day: 1)), day: 4)) == .expiredNonce)
    }

    /// The signature of one statement under another.
    private func forged(_ signed: SignedStatement, nonce: String) throws -> SignedStatement {
        let text = String(decoding: signed.json.canonicalBytes, as: UTF8.self)
        return try SignedStatement(Array(text.replacing(signed.statement.nonce, with: nonce).utf8))
    }

    private func restated(_ statement: ObjectionStatement, _ key: String, _ value: String) throws -> ObjectionStatement
    {
        let text = String(decoding: statement.json.canonicalBytes, as: UTF8.self)
        let old = try #require(statement.json[key]?.string)
        return try ObjectionStatement(
            Array(text.replacing("\"\(key)\":\"\(old)\"", with: "\"\(key)\":\"\(value)\"").utf8), file: "s")
    }

    @Test("What is no signed statement is told so", arguments: ["", "{}", "[]", "{\"format\":1}"])
    func unreadable(text: String) {
        let refusal = #expect(throws: FilingRefusal.self) { try SignedStatement(Array(text.utf8)) }
        #expect(refusal?.code == .unparseable)
        #expect(throws: RegistryError.self) { try ObjectionStatement(Array(text.utf8), file: "f") }
    }

    @Test("A key of a log's cosignatures signs no objection; what lies on no host needs a contact")
    func kinds() throws {
        let bench = try StoreBench()
        let id = try bench.file("domain", "example.com")
        let witness = try SigningKey(name: "example.com", kind: .cosignature, seed: Array(1...32))
        let text = "muniment-key=\(witness.verifying.text)"
        #expect(
            refused(try redeem(bench, id, try signed(try given(bench, id), by: witness), text: text)) == .badSignature)
        let work = try bench.file("isbn", "9783161484100", contact: "eve@example.com")
        try bench.store.erase(.identity, of: work, at: bench.day(1))
        #expect(throws: RegistryError.self) { try given(bench, work, day: 1) }
    }
}
