internal import Archive
internal import Canonical
internal import Provenance
internal import Rights
internal import Shards
internal import WebAddress

/// Makes rows of the records of one archive, all that they rest on being given.
struct RecordConsidering: Sendable {
    let name: String
    let digest: Digest
    let config: RunConfig
    let inputs: InputSet
    let verifiesDigests: Bool
    /// The site files that count for its pages.
    var evidence: SiteEvidenceIndex
    /// The documents that site files name: they are no pages.
    var named: Set<CanonicalURL> = []

    /// The same, the site files of the archive itself being known.
    ///
    /// - Parameter others: Site files from outside.
    func knowing(_ scan: InputScan, _ others: [SiteFile]) -> RecordConsidering {
        var all = self
        all.named = scan.named
        if !scan.siteFiles.isEmpty { all.evidence = SiteEvidenceIndex(others + scan.siteFiles) }
        return all
    }

    /// The function of one worker.
    func worker() -> (NumberedRecord) -> RecordWork {
        var records = RecordReader(input: digest, limits: config.limits)
        records.at = inputs.at
        records.named = named
        records.verifiesDigests = verifiesDigests
        let reader: CaptureReader
        do { reader = try CaptureReader(inputs, shards: ShardNames.input(name, digest)) } catch {
            let failure = JobError(error)
            return { RecordWork(outcome: .failed(failure), damage: nil, record: RecordPlace($0.record)) }
        }
        let cache = SiteRulesCache(evidence)
        return { [records, name, at = inputs.at] item in
            let fault = records.digestFault(item.record)
            let damage = fault.map { Damage(input: name, offset: item.record.offset, reason: $0) }
            let place = RecordPlace(item.record)
            switch records.read(item.record, isRepeated: item.isRepeated, fault: fault) {
            case .skipped(let reason): return RecordWork(outcome: .skipped(reason), damage: damage, record: place)
            case .capture(let capture):
                let site = cache.evidence(for: capture.url.origin, fetched: capture.fetched, at: at)
                let files = (site.atFetch?.files ?? []) + (site.atUse?.files ?? [])
                let row = RecordRow(reader.consider(capture, site: site), url: capture.url, sites: files)
                return RecordWork(outcome: .row(row), damage: damage, record: place)
            }
        }
    }
}
