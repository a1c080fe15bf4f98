import Canonical
import Glibc
import Testing
import WebAddress

@testable import Frontier

@Suite("Committing a segment")
struct CommitTests {
    @Test("Links are taken once, and traps not at all")
    func admissions() async throws {
        let folder = try Folder()
        var settings = FrontierSettings()
        (settings.deepest, settings.urlsPerHost, settings.queriesPerPath) = (3, 5, 2)
        let frontier = try Frontier(path: folder.store, settings: settings, now: 0)
        let urls = [
            "http://a.example/", "http://a.example/", "http://a.example/x/y/x/y/x/", "http://a.example/s?q=1",
            "http://a.example/s?q=2", "http://a.example/s?q=3", "http://a.example/t", "http://a.example/u",
            "http://a.example/v", "http://a.example/" + String(repeating: "l", count: 3000),
        ]
        let counts = try await frontier.commit(seeds(urls, depth: 3))
        #expect(counts == [.taken: 5, .known: 1, .repeating: 1, .tooManyQueries: 1, .hostFull: 1, .tooLong: 1])
        #expect(try await frontier.commit(seeds(["http://b.example/"], depth: 4)) == [.tooDeep: 1])
    }

    @Test("Reopened, the store shows what was committed and nothing else")
    func reopen() async throws {
        let folder = try Folder()
        var frontier: Frontier? = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        var commit = try seeds(["http://a.example/1", "http://b.example/1"])
        commit.segment = .init(number: 0, lengths: ["warc": 100, "evidence": 7])
        commit.notes = ["at": "2026-11-23T12:00:00Z"]
        try await frontier?.commit(commit)
        let leases = try #require(try await frontier?.lease(2, now: 0))
        await frontier?.finish(leases[0], .answered, at: 1)
        frontier = nil
        let again = try Frontier(path: folder.store, settings: FrontierSettings(), now: 50)
        #expect(try await again.lease(2, now: 1049).isEmpty)
        #expect(try await again.lease(2, now: 1050).map(\.id) == leases.map(\.id))
        #expect(try await again.note("at") == "2026-11-23T12:00:00Z")
        let segments = try await again.segments()
        #expect(segments.map(\.lengths) == [["warc": 100, "evidence": 7]])
        #expect(segments.map(\.state) == [.open])
    }

    @Test("A commit that contradicts what is stored leaves nothing behind")
    func contradiction() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        var commit = try seeds(["http://a.example/1"])
        commit.segment = .init(number: 0, lengths: ["warc": 100])
        try await frontier.commit(commit)
        var shrinking = try seeds(["http://a.example/2"])
        shrinking.segment = .init(number: 0, lengths: ["warc": 99])
        await #expect(throws: FrontierError.self) { try await frontier.commit(shrinking) }
        #expect(try await frontier.tallies()[.queued] == 1)
        #expect(try await frontier.segments().first?.lengths == ["warc": 100])
    }

    @Test("A segment goes from open over sealing to published, and no other way")
    func sealing() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        var commit = SegmentCommit()
        commit.segment = .init(number: 3, lengths: ["warc": 1])
        try await frontier.commit(commit)
        await #expect(throws: FrontierError.self) { try await frontier.markPublished(3) }
        await #expect(throws: FrontierError.self) { try await frontier.beginSealing(3, digests: [:]) }
        let digest = Digest(of: "bytes")
        try await frontier.beginSealing(3, digests: ["warc": digest])
        await #expect(throws: FrontierError.self) { try await frontier.commit(commit) }
        #expect(try await frontier.segments().first?.digests == ["warc": digest])
        try await frontier.markPublished(3)
        #expect(try await frontier.segments().first?.state == .published)
    }

    @Test("A site file comes back as it was put, and a later one takes its place")
    func siteFiles() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        let origin = try Origin("https://a.example")
        let file = SiteFileEntry(
            origin: origin, kind: "robots.txt", outcome: "found", digest: Digest(of: "x"), contentType: "text/plain",
            hops: [
                .init(url: "https://a.example/robots.txt", status: 301), .init(url: "https://b.example/r", status: 200),
            ],
            fetched: Timestamp(seconds: 5), expires: Timestamp(seconds: 9), etag: "\"e\"")
        let later = SiteFileEntry(
            origin: origin, kind: "robots.txt", outcome: "unreachable", reason: "503", hops: [],
            fetched: Timestamp(seconds: 6), expires: Timestamp(seconds: 7))
        for wanted in [file, later] {
            var commit = SegmentCommit()
            commit.siteFiles = [wanted]
            try await frontier.commit(commit)
            #expect(try await frontier.siteFiles(origin) == [wanted])
        }
        #expect(try await frontier.siteFiles(try Origin("http://a.example")).isEmpty)
    }

    @Test("Documents that another file names are told apart by their URLs")
    func namedSiteFiles() async throws {
        let folder = try Folder()
        let frontier = try Frontier(path: folder.store, settings: FrontierSettings(), now: 0)
        let origin = try Origin("https://a.example")
        var commit = SegmentCommit()
        commit.siteFiles = ["https://a.example/1", "https://b.example/2"].map { asked in
            SiteFileEntry(
                origin: origin, kind: "rsl", asked: asked, outcome: "absent", hops: [],
                fetched: Timestamp(seconds: 5), expires: Timestamp(seconds: 9))
        }
        try await frontier.commit(commit)
        #expect(try await frontier.siteFiles(origin) == commit.siteFiles)
    }

    @Test("Killed between and inside commits, the store holds whole commits only", .timeLimit(.minutes(10)))
    func killed() async throws {
        let folder = try Folder()
        let path = folder.store
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let frontier = try Frontier(path: path, settings: FrontierSettings(), now: 0)
            Task.detached {
                try await Task.sleep(for: .milliseconds(300))
                kill(getpid(), SIGKILL)
            }
            for number in 0..<1_000_000 {
                var commit = try seeds((0..<20).map { "http://h\(number).example/\($0)" })
                commit.segment = .init(number: 0, lengths: ["warc": Int64(number + 1)])
                try await frontier.commit(commit)
            }
        }
        let frontier = try Frontier(path: path, settings: FrontierSettings(), now: 0)
        let commits = try #require(try await frontier.segments().first?.lengths["warc"])
        #expect(commits > 0)
        #expect(try await frontier.tallies()[.queued] == Int(commits) * 20)
        #expect(try await frontier.pending(host: "h\(commits - 1).example") == 20)
        #expect(try await frontier.pending(host: "h\(commits).example") == 0)
    }
}
