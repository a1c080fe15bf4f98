internal import Canonical
internal import Frontier
internal import Provenance
internal import Shards
internal import WebAddress

extension SiteFileEntry {
    /// The cache entry of a site file; its bytes are kept in the output's blobs.
    init(_ file: SiteFile) {
        self.init(
            origin: file.origin, kind: file.kind.rawValue, asked: file.asked, outcome: file.outcome.rawValue,
            reason: file.reason,
            digest: file.digest, contentType: file.contentType, isCut: file.isCut,
            hops: file.hops.map { Hop(url: $0.url, status: $0.status) }, fetched: file.fetched, expires: file.expires)
    }

    /// The site file of a cache entry; nil if its bytes are not there as they were, in which case it is fetched anew.
    func siteFile(blobs: String) -> SiteFile? {
        guard let kind = SiteFileKind(rawValue: kind), let outcome = SiteFileOutcome(rawValue: outcome) else {
            return nil
        }
        var body: [UInt8] = []
        if let digest {
            do throws(ShardError) { body = try OutputFile.read(blobs + "/" + digest.hex) } catch { return nil }
            guard Digest(of: body) == digest else { return nil }
        }
        return SiteFile(
            kind: kind, asked: asked, origin: origin, fetched: fetched,
            hops: hops.map { .init(url: $0.url, status: $0.status) }, outcome: outcome, reason: reason, body: body,
            contentType: contentType, isCut: isCut, expires: expires)
    }
}

extension SiteFile {
    /// The unexpired site files of an origin that a crawl has committed.
    static func atHand(of origin: Origin, in frontier: Frontier, blobs: String) async throws(JobError) -> [SiteFile] {
        let now = Timestamp.now
        do {
            return try await frontier.siteFiles(origin).compactMap { $0.siteFile(blobs: blobs) }
                .filter { $0.expires > now }
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }
}
