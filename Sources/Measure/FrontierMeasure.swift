internal import Canonical
internal import Frontier
internal import WebAddress

/// What a URL costs the frontier: to be taken in, and to be leased, finished and committed.
struct FrontierMeasure {
    /// As many as a page's links and a few seconds' results make: commits are synced to the disk.
    private static let batch = 5000
    private static let hosts = 1000

    let json: JSONValue

    /// - Parameter path: Where the store is made; nothing may stand there.
    /// - Throws: What the store cannot be used for.
    init(path: String, urls count: Int) async throws {
        var settings = FrontierSettings()
        settings.delay = 1
        settings.urlsPerHost = count
        settings.capturesPerHost = count
        let frontier = try Frontier(path: path, settings: settings, now: 0)
        let inserted = try await Self.insert(count, into: frontier)
        let taken = try await Self.take(from: frontier, settings)
        guard taken.count == count else { throw MeasureError("\(taken.count) of \(count) URLs came back") }
        json = .object([
            .init("hosts", .integer(Int64(Self.hosts))), .init("insert", inserted.json(count)),
            .init("take", taken.spent.json(count)), .init("urls", .integer(Int64(count))),
        ])
    }

    private struct Spent {
        var cpu = 0.0
        var wall = 0.0

        mutating func add(cpu start: Double, wall begun: Double) {
            cpu += MeasureClock.process() - start
            wall += MeasureClock.wall() - begun
        }

        /// Nanoseconds a URL.
        func json(_ count: Int) -> JSONValue {
            .object([
                .init("cpu_ns", .integer(Int64(cpu / Double(count) * 1e9))),
                .init("wall_ns", .integer(Int64(wall / Double(count) * 1e9))),
            ])
        }
    }

    private static func insert(_ count: Int, into frontier: Frontier) async throws -> Spent {
        var spent = Spent()
        var at = 0
        while at < count {
            var commit = SegmentCommit()
            for number in at..<min(count, at + batch) {
                // What one page links to lies on few hosts.
                let url =
                    "https://host-\(number / 50 % hosts).example/articles/\(number / 50 / hosts)/page-\(number).html"
                commit.found.append(FoundURL(url: try CanonicalURL(url), depth: 1))
            }
            let (cpu, wall) = (MeasureClock.process(), MeasureClock.wall())
            try await frontier.commit(commit)
            spent.add(cpu: cpu, wall: wall)
            at += batch
        }
        return spent
    }

    private static func take(
        from frontier: Frontier, _ settings: FrontierSettings
    ) async throws -> (count: Int, spent: Spent) {
        let (cpu, wall) = (MeasureClock.process(), MeasureClock.wall())
        var (count, now): (Int, Int64) = (0, 1000)
        var commit = SegmentCommit()
        while true {
            now += settings.delay + 1
            let leases = try await frontier.lease(256, now: now)
            for lease in leases {
                await frontier.finish(lease, .answered, at: now)
                commit.updates.append(URLUpdate(lease, at: now, .dropped(reason: "measured")))
            }
            count += leases.count
            if commit.updates.count >= batch || leases.isEmpty {
                guard !commit.isEmpty else { break }
                try await frontier.commit(commit)
                commit = SegmentCommit()
            }
        }
        var spent = Spent()
        spent.add(cpu: cpu, wall: wall)
        return (count, spent)
    }
}
