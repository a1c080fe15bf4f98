import Canonical
import Foundation
import Provenance
import Registry
import Testing

@Suite("Filings that are refused, and the rules against abuse")
struct FilingTests {
    struct Case: CustomTestStringConvertible {
        let kind: String
        let value: String
        let code: RefusalCode

        var testDescription: String { "\(kind) \(value.prefix(60))" }
    }

    static let hostile = [
        Case(kind: "domain", value: "co.uk", code: .publicSuffix),
        Case(kind: "domain", value: "github.io", code: .publicSuffix),
        Case(kind: "domain", value: "com", code: .bareTopLevel),
        Case(kind: "domain", value: "192.0.2.7", code: .address),
        Case(kind: "host", value: "192.0.2.0/24", code: .addressBlock),
        Case(kind: "domain", value: "2001:db8::/32", code: .addressBlock),
        Case(kind: "domain", value: "*.example.com", code: .wildcard),
        Case(kind: "prefix", value: "https://example.com/*", code: .wildcard),
        Case(kind: "host", value: "раypal.com", code: .mixedScript),
        Case(kind: "url", value: "https://xn--ypal-43d9g.com/", code: .mixedScript),
        Case(kind: "url", value: "https://ann:pw@example.com/", code: .userinfo),
        Case(kind: "url", value: "javascript:alert(1)", code: .unparseable),
        Case(kind: "host", value: "'; DROP TABLE event; --", code: .unparseable),
        Case(kind: "host", value: "<script>alert(1)</script>", code: .unparseable),
        Case(kind: "payload", value: "sha256:12", code: .unparseable),
        Case(kind: "url", value: "https://example.com/" + String(repeating: "a", count: 9000), code: .tooLong),
        Case(kind: "everything", value: "example.com", code: .badKind),
    ]

    @Test("A hostile scope is refused with its code, counted, and nothing comes into the log", arguments: hostile)
    func scopes(_ one: Case) throws {
        let bench = try StoreBench()
        let size = try bench.store.size()
        let outcome = try bench.store.file(
            StoreBench.filing(one.kind, one.value), publicSuffixList: suffixes, key: bench.key, at: bench.day(0))
        let refusal = #expect(throws: FilingRefusal.self) { try outcome.get() }
        #expect(refusal?.code == one.code)
        #expect((refusal?.reason.count ?? 0) > 10 && (refusal?.reason.utf8.count ?? 0) < 800)
        #expect(try bench.store.size() == size)
        #expect(try bench.store.refusals() == [one.code.rawValue: 1])
    }

    @Test("Forms: too long, no JSON, unknown fields, wrong values, no statement, no contact")
    func forms() throws {
        func code(_ text: String) -> RefusalCode? {
            do throws(FilingRefusal) {
                _ = try ObjectionFiling.read(Array(text.utf8), channel: "test")
                return nil
            } catch {
                return error.code
            }
        }
        let good =
            #"{"act":"exclude_training","authority":true,"good_faith":true,"objector":{"contact":"a@b.com","name":"A"},"scope":[{"kind":"host","value":"b.com"}],"uses":["train"]}"#
        #expect(code(good) == nil)
        #expect(code(String(repeating: "x", count: 10 << 20)) == .tooLong)
        #expect(code("{") == .unparseable)
        #expect(code("[]") == .badField)
        #expect(code(good.replacing("authority", with: "authorised")) == .badField)
        #expect(code(good.replacing("exclude_training", with: "exclude")) == .badField)
        #expect(code(good.replacing(#"["train"]"#, with: #"["licence"]"#)) == .badPurpose)
        #expect(code(good.replacing(#""good_faith":true"#, with: #""good_faith":"yes""#)) == .badField)
        #expect(code(good.replacing(#""authority":true"#, with: #""effective_to":"soon""#)) == .badTime)
        #expect(code(String(repeating: "[", count: 1000)) == .unparseable)
    }

    @Test("Fields: no statement, no contact, no name, control characters, an end that is over, too many scopes")
    func fields() throws {
        let bench = try StoreBench()
        func code(_ change: (inout ObjectionFiling) -> Void) throws -> RefusalCode? {
            var filing = StoreBench.filing()
            change(&filing)
            switch try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(1)) {
            case .success: return nil
            case .failure(let refusal): return refusal.code
            }
        }
        #expect(try code { $0.goodFaith = false } == .noStatement)
        #expect(try code { $0.authority = false } == .noStatement)
        #expect(try code { $0.objector.contact = "nobody" } == .badField)
        #expect(try code { $0.objector.contact = "a@b.com\r\nBcc: all@b.com" } == .badField)
        #expect(try code { $0.objector.name = "  " } == .badField)
        #expect(try code { $0.objector.name = "\u{202E}nnA" } == .badField)
        #expect(try code { $0.evidence = [String(repeating: "a", count: 5000)] } == .tooLong)
        #expect(try code { $0.to = bench.day(1) } == .badTime)
        #expect(try code { $0.scopes = [] } == .badField)
        #expect(try code { $0.scopes = (0..<1001).map { .init(kind: "host", value: "h\($0).com") } } == .badField)
        #expect(try bench.store.size() == 1)
    }

    @Test("A flood: the same twice is a duplicate, the sixth waits for review and blocks, the 21st is refused")
    func flood() throws {
        let bench = try StoreBench()
        try bench.file("host", "h0.com", contact: "Ann+1@example.com")
        for number in 1..<20 { try bench.file("host", "h\(number).com", contact: "ann+\(number)@EXAMPLE.com") }
        let states = try bench.store.lives(at: bench.day(0)).map(\.state)
        #expect(states.count { $0 == .standingPending } == 5)
        #expect(states.count { $0 == .received } == 15)
        #expect(try bench.compile(day: 0).summary.blocking == 20)
        func code(_ host: String, _ contact: String, _ day: Double) throws -> RefusalCode? {
            switch try bench.store.file(
                StoreBench.filing("host", host, contact: contact), publicSuffixList: suffixes, key: bench.key,
                at: bench.day(day))
            {
            case .success: return nil
            case .failure(let refusal): return refusal.code
            }
        }
        #expect(try code("h20.com", "ann@example.com", 0.5) == .rateLimited)
        #expect(try code("h20.com", "bob@example.com", 0.5) == nil)
        #expect(try code("h3.com", "ann@example.com", 1.5) == .duplicate)
        #expect(try code("h21.com", "ann@example.com", 1.5) == nil)
    }

    @Test("Three abusive filings close the way for 90 days; one more claim on a crowded site needs control of it")
    func abuse() throws {
        let bench = try StoreBench()
        for number in 0..<3 {
            let id = try bench.file("host", "h\(number).com", review: true)
            try bench.store.step(.reject, id, reason: RefusalCode.abusive.rawValue, at: bench.day(0))
        }
        func file(_ day: Double) throws -> Result<Receipt, FilingRefusal> {
            try bench.store.file(
                StoreBench.filing("host", "h9.com"), publicSuffixList: suffixes, key: bench.key, at: bench.day(day))
        }
        #expect(throws: FilingRefusal.self) { try file(89).get() }
        #expect(try file(91).get().objection.hasPrefix("O-"))

        for number in 0..<5 {
            try bench.file("url", "https://www.example.com/\(number)", contact: "c\(number)@example.org", day: 91)
        }
        // Claims of other places of the site take nobody's block away.
        for (number, value) in ["https://www.example.com/5", "https://example.com/0", "https://www.example.com/0/x"]
            .enumerated()
        {
            let id = try bench.file(
                "url", value, contact: "d\(number)@example.org", day: 91)
            #expect(try bench.store.life(id, at: bench.day(91))?.isBlocking == true)
        }
        let id = try bench.file("host", "www.example.com", contact: "c6@example.org", day: 91)
        let life = try #require(try bench.store.life(id, at: bench.day(91)))
        #expect(life.terms.minimum == .domain)
        #expect(!life.isBlocking)
        try bench.store.prove(id, .domain, by: .dns, at: bench.day(92))
        #expect(try bench.store.life(id, at: bench.day(92))?.isBlocking == true)
    }

    @Test(
        "What ends sooner, or is being withdrawn, makes no duplicate of what is to last; a contact is one in every spelling"
    )
    func duplicates() throws {
        let bench = try StoreBench()
        func file(_ to: Timestamp?, _ day: Double, _ contact: String = "ann@example.com") throws -> RefusalCode? {
            var filing = StoreBench.filing(contact: contact)
            filing.to = to
            switch try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(day)) {
            case .success: return nil
            case .failure(let refusal): return refusal.code
            }
        }
        #expect(try file(bench.day(2), 0) == nil)
        #expect(try file(bench.day(1), 0) == .duplicate)
        #expect(try file(bench.day(3), 0) == nil)
        #expect(try file(nil, 0) == nil)
        #expect(try file(nil, 0, "Ann+2@EXAMPLE.com.") == .duplicate)
        #expect(try file(nil, 4) == .duplicate)
        #expect(try bench.compile(day: 4).covering("https://example.com/").count == 3)

        let id = try bench.file("host", "b.org", contact: "bob@b.org", day: 4)
        try bench.store.prove(id, .domain, by: .dns, at: bench.day(4))
        try bench.store.step(.withdraw, id, standing: .domain, at: bench.day(5))
        try bench.file("host", "b.org", contact: "bob@b.org", day: 6)
        let later = try bench.compile(day: 25)
        #expect(later.match(url("https://b.org/"), at: bench.day(25)).map(\.isBlocking).contains(true))
    }

    @Test("A name of nothing that is seen is none")
    func unseenNames() throws {
        let bench = try StoreBench()
        for (name, isTaken) in [("\u{200B}\u{2060} ", false), ("\u{3164}", false), ("李", true), ("\u{200B}a", true)] {
            var filing = StoreBench.filing(
                "host", "n\(name.utf8.count).com", contact: "n\(name.utf8.count)@example.com")
            filing.objector.name = name
            let told = try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(0))
            if case .success = told { #expect(isTaken) } else { #expect(!isTaken) }
        }
    }

    @Test("After a lapse the same scope needs a mailbox for 90 days")
    func lapsed() throws {
        let bench = try StoreBench()
        try bench.file()
        let second = try bench.file(contact: "bob@example.org", day: 30)
        #expect(try bench.store.life(second, at: bench.day(30))?.isBlocking == false)
        try bench.store.prove(second, .mailbox, by: .mailbox, at: bench.day(31))
        #expect(try bench.store.life(second, at: bench.day(31))?.state == .effective)
        let third = try bench.file(contact: "dan@example.org", day: 112)
        #expect(try bench.store.life(third, at: bench.day(112))?.isBlocking == true)
    }
}
