import Registry
import Canonical
import Testing

@testable import Portal

@Suite("Is my site or work affected?")
struct LookupTests {
    struct Case: CustomTestStringConvertible {
        let source: String
        let word: String
        let coverage: NoticeSource.Coverage?
        var testDescription: String { "\(source) ? \(word)" }
    }

    @Test(
        "Sources of notices: a host with all below it, an address to the end of a segment, identifiers",
        arguments: [
            Case(source: "almanac.example", word: "almanac.example", coverage: .all),
            Case(source: "almanac.example", word: "https://www.Almanac.example./x", coverage: .all),
            Case(source: "almanac.example", word: "notalmanac.example", coverage: nil),
            Case(source: "www.almanac.example", word: "almanac.example", coverage: .part),
            Case(source: "https://gazette.example/archive", word: "https://gazette.example/archive/1", coverage: .all),
            Case(source: "https://gazette.example/archive", word: "https://gazette.example/archive?x", coverage: .all),
            Case(source: "https://gazette.example/archive", word: "https://gazette.example/archives", coverage: nil),
            Case(source: "https://gazette.example/archive/", word: "gazette.example/archive/1", coverage: .all),
            Case(source: "https://gazette.example/archive/", word: "gazette.example", coverage: .part),
            Case(source: "https://gazette.example/archive/", word: "https://gazette.example/", coverage: nil),
            Case(source: "doi:10.1000/182", word: "DOI:10.1000/182", coverage: .all),
            Case(source: "doi:10.1000/182", word: "doi:10.1000/183", coverage: nil),
            Case(source: "almanac.example", word: "no host at all", coverage: nil),
            Case(source: "almanac.example", word: "https://", coverage: nil),
        ])
    func sources(_ one: Case) throws {
        #expect(NoticeSource(text: one.source).covers(try LookupWord(one.word)) == one.coverage)
    }

    @Test("Notices and objections are found; personal scopes are not")
    func answer() async throws {
        let bench = try PortalBench()
        try bench.publish(["almanac.example"])
        try bench.file("host", "www.almanac.example", contact: "a@almanac.example")
        try bench.file("host", "secret.almanac.example", contact: "b@almanac.example", isPersonal: true)
        let portal = try await bench.portal()
        let domain = try await portal.lookups.answer(LookupWord("almanac.example"))
        #expect(domain.notices.count == 1 && domain.objections.map(\.coversAll) == [false] && !domain.isBlocked)
        let page = try await portal.lookups.answer(LookupWord("https://www.almanac.example/a"))
        #expect(page.objections.map(\.coversAll) == [true] && page.isBlocked)
        let copy = try await portal.lookups.answer(
            LookupWord("https://web.archive.org/web/2020/https://www.almanac.example/a"))
        #expect(copy.objections.map(\.coversAll) == [true] && copy.isBlocked)
        let secret = try await portal.lookups.answer(LookupWord("secret.almanac.example"))
        #expect(secret.objections.isEmpty && secret.notices.count == 1)
        bench.close()
    }
}
