import Canonical
import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Portal

@Suite("What is unclaimed in settled pools is found, in every language and by programs")
struct UnclaimedTests {
    /// A bench with a settled pool's folder: the table, and the summary that names its digest.
    private func bench(_ table: String, changed: Bool = false) throws -> PortalBench {
        var bench = try PortalBench()
        let folder = bench.folder + "/settled"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let summary = """
            {"claimsTo":"claims@society.example","currency":"EUR","files":{"unmatched.tsv":"\(Digest(of: Array(table.utf8)).hex)"},"pool":"P-1","society":"Society","unclaimed":{"nonDistributableFrom":"2029-12-31T00:00:00Z"}}
            """
        try Data((table + (changed ? "X\ty\t1\n" : "")).utf8).write(to: URL(fileURLWithPath: folder + "/unmatched.tsv"))
        try Data(summary.utf8).write(to: URL(fileURLWithPath: folder + "/settlement.json"))
        bench.settings.settlements = [folder]
        return bench
    }

    private func browse(_ bench: PortalBench, _ body: @Sendable @escaping (Browser) async throws -> Void) async throws {
        let server = PortalServer(try await bench.portal()).application()
        try await server.test(.live) { client in try await body(Browser(client)) }
    }

    private static let table = """
        work\twhy\tamount
        W-<9>\ta part of the work that nobody claims\t100
        domain:blog.example\tno work is known there\t3000

        """

    @Test("The page shows all, greatest first, and what a search names", arguments: Language.allCases)
    func page(language: Language) async throws {
        let bench = try bench(Self.table)
        try await browse(bench) { browser in
            let all = try await browser.get("/\(language.rawValue)/unclaimed")
            #expect(all.status == 200 && all.text.contains("30.00 EUR") && all.text.contains("2029-12-31"))
            #expect(all.text.contains("W-&lt;9&gt;") && !all.text.contains("W-<9>"))
            let found = try await browser.get("/\(language.rawValue)/unclaimed?q=https%3A%2F%2Fblog.example%2Fa")
            #expect(found.text.contains("domain:blog.example") && !found.text.contains("W-&lt;9&gt;"))
            let none = try await browser.get("/\(language.rawValue)/unclaimed?q=other.example")
            #expect(!none.text.contains("EUR"))
        }
        bench.close()
    }

    @Test("Programs get the same, and nothing but the parameters that there are")
    func api() async throws {
        let bench = try bench(Self.table)
        try await browse(bench) { browser in
            for path in ["/api/v1/unclaimed", "/en/unclaimed"] {
                let long = try await browser.get("\(path)?q=" + String(repeating: "a", count: 2001))
                #expect(long.status == 400)
            }
            let answer = try await browser.get("/api/v1/unclaimed?q=blog.example")
            let value = try JSONReader.read(Array(answer.text.utf8))
            #expect(value["count"]?.integer == 1)
            #expect(value["uses"]?.array?.first?["amount"]?.integer == 3000)
            #expect(value["uses"]?.array?.first?["claims_to"]?.string == "claims@society.example")
            #expect(try await browser.get("/api/v1/unclaimed?x=1").status == 400)
            #expect(try await browser.get("/api/v1/unclaimed").status == 200)
        }
        bench.close()
    }

    @Test("A table that is not the one its pool names keeps the portal from starting")
    func changed() async throws {
        let bench = try bench(Self.table, changed: true)
        await #expect(throws: (any Error).self) { _ = try await bench.portal() }
        bench.close()
    }
}
