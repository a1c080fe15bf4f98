internal import Canonical
internal import Provenance
internal import Rights
internal import WebAddress

/// Fetches a document that a site file names, if the robots.txt of the place where it stands lets us.
///
/// Whoever calls holds the right to speak to that host.
struct NamedFetch: Sendable {
    let fetch: SiteFileFetch
    let agent: ProductToken
    /// The unexpired site files at hand of an origin.
    let known: @Sendable (Origin) async throws(JobError) -> [SiteFile]

    /// What came of it.
    struct Outcome: Sendable {
        /// Nil if robots.txt keeps it from us: then nobody looked.
        var document: SiteFileFetch.Found?
        /// The robots.txt of its place, if it had to be asked for.
        var robots: SiteFileFetch.Found?
    }

    /// - Parameter delay: milliseconds between two requests to the host.
    func run(
        _ name: SiteFileName, at url: CanonicalURL, of origin: Origin, delay: Int
    ) async throws(JobError) -> Outcome {
        var outcome = Outcome()
        let place = url.origin
        var files = try await known(place)
        if !files.contains(where: { $0.kind == .robots }), let path = SiteFileKind.robots.url(at: place) {
            let found = try await fetch.fetch(SiteFileName(.robots), at: path, of: place, delay: delay)
            outcome.robots = found
            files.append(found.file)
            try await Pause.sleep(delay)
        }
        guard Self.allows(url, files, agent) else { return outcome }
        outcome.document = try await fetch.fetch(name, at: url, of: origin, delay: delay)
        return outcome
    }

    /// Whether what is known of an origin's robots.txt lets an agent ask for a URL there.
    static func allows(_ url: CanonicalURL, _ files: [SiteFile], _ agent: ProductToken) -> Bool {
        guard let robots = files.last(where: { $0.kind == .robots }) else { return false }
        switch robots.outcome {
        case .absent, .refused: return true
        case .unreachable: return false
        case .found:
            return RobotsFile.parse(robots.body).verdict(agent: agent, pathAndQuery: url.pathAndQuery).allowed
        }
    }
}

extension SiteFileKind {
    /// Where a kind that has a path stands at an origin.
    func url(at origin: Origin) -> CanonicalURL? { path.flatMap { origin.resolve($0).canonical } }
}
