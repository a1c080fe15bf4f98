internal import Canonical
internal import Licensing
internal import Provenance
internal import Shards
internal import WebAddress

/// What reports tell of an output, gathered in one pass over its evidence.
///
/// Memory grows with hosts and domains, not with rows. Tokens are a guess: a quarter of the bytes.
struct RunFacts {
    /// Documents and the bytes of their text.
    struct Amount: Hashable {
        var documents = 0
        var bytes = 0

        mutating func add(_ textBytes: Int, _ weight: Int = 1) {
            documents += weight
            bytes += textBytes
        }
    }

    /// A licence that pages state.
    struct Licence: Hashable {
        let id: String
        let url: String
        let version: String
        let jurisdiction: String
    }

    private(set) var considered = 0
    private(set) var captured = 0
    private(set) var whole = 0
    private(set) var withText = Amount()
    private(set) var documents = Amount()
    private(set) var verdicts: [String: Amount] = [:]
    /// First reason of the pack that decided, of what was not admitted.
    private(set) var reasons: [String: Amount] = [:]
    /// Settings of doubt, with what each alone keeps out.
    private(set) var doubts: [String: Amount] = [:]
    /// By pack, what it alone keeps out: every other pack would admit it.
    private(set) var losses: [String: Amount] = [:]
    private(set) var bases: [String: Amount] = [:]
    private(set) var hosts: [String: Amount] = [:]
    /// Of documents, by registrable domain of the last hop.
    private(set) var domains: [String: Amount] = [:]
    private(set) var languages: [String: Amount] = [:]
    private(set) var obligations: [String: Amount] = [:]
    /// By protocol, how many captures each state has at use.
    private(set) var states: [RightsProtocol: [ProtocolState: Int]] = [:]
    /// Of documents: media types as they were delivered.
    private(set) var types: [String: Amount] = [:]
    /// By basis, the licences that cover documents.
    private(set) var licences: [String: Set<Licence>] = [:]
    /// Captures that an objection covers, blocking or not.
    private(set) var objected = 0
    /// Documents that were written and have been recalled since; they are in no other number of documents.
    private(set) var recalled = Amount()
    let recalls: Int
    private let revisions: Revisions
    /// Of documents.
    private(set) var firstFetched: Timestamp?
    private(set) var lastFetched: Timestamp?

    /// - Throws: ``JobError`` if the folder is no output or a part cannot be read to its end.
    init(_ output: String) throws(JobError) {
        revisions = try Revisions(output)
        recalls = revisions.records.count
        try RowSearch(output: output).each { row in add(row) }
    }

    private mutating func add(_ row: EvidenceRow) {
        var weight = 1
        if case .hostRefused(let count) = row.kind { weight = count }
        let bytes = row.considered.document?.textBytes ?? 0
        considered += weight
        verdicts[row.verdict.rawValue, default: Amount()].add(bytes, weight)
        if let last = row.decisions.last { add(last, bytes, weight) }
        guard row.kind == .capture, let capture = row.considered.capture else { return }
        captured += 1
        if capture.bodyState == .whole { whole += 1 }
        if case .matches(let found) = row.considered.registry, !found.isEmpty { objected += 1 }
        for source in RightsProtocol.allCases {
            states[source, default: [:]][row.considered.statesAtUse[source], default: 0] += 1
        }
        guard let document = row.considered.document else { return }
        withText.add(bytes)
        guard row.verdict.admits, let use = row.decisions.last, use.moment == .use else { return }
        if revisions.recall(of: row.id) != nil { return recalled.add(bytes) }
        add(document: document, row, use, capture)
    }

    private mutating func add(_ last: Decision, _ bytes: Int, _ weight: Int) {
        guard !last.verdict.admits else { return }
        let decisive = last.packs.first { $0.verdict == last.verdict }
        reasons[decisive?.reasons.first ?? "none", default: Amount()].add(bytes, weight)
        for doubt in last.doubts { doubts[doubt, default: Amount()].add(bytes, weight) }
        let against = last.packs.filter { !$0.verdict.admits }
        if against.count == 1, let pack = against.first, last.packs.count > 1 {
            losses[pack.pack, default: Amount()].add(bytes, weight)
        }
    }

    private mutating func add(document: DocumentFacts, _ row: EvidenceRow, _ use: Decision, _ capture: Capture) {
        let bytes = document.textBytes
        documents.add(bytes)
        bases[use.basisText, default: Amount()].add(bytes)
        hosts[row.considered.url.host, default: Amount()].add(bytes)
        domains[domain(row), default: Amount()].add(bytes)
        languages[document.language.isEmpty ? "not declared" : document.language, default: Amount()].add(bytes)
        types[capture.contentType.isEmpty ? "not told" : capture.contentType, default: Amount()].add(bytes)
        if row.considered.licence.outcome == .covers {
            licences[use.basisText, default: []].formUnion(
                row.considered.licence.licences.map {
                    Licence(id: $0.id, url: $0.url, version: $0.version, jurisdiction: $0.jurisdiction)
                })
        }
        for code in use.obligations { obligations[code, default: Amount()].add(bytes) }
        firstFetched = min(firstFetched ?? capture.fetched, capture.fetched)
        lastFetched = max(lastFetched ?? capture.fetched, capture.fetched)
    }

    /// Of the last hop; of several domains that led there the one its host ends with.
    private func domain(_ row: EvidenceRow) -> String {
        let host = row.considered.url.host
        return row.considered.matchKeys.registrableDomains.first { host == $0 || host.hasSuffix("." + $0) } ?? host
    }

    /// The domains of which more than one part in two hundred of the text written comes: whether one holder weighs much in
    /// a shard is a matter of the run, not of a document. Source: licensing bases 2(a), MC12, and 0.0.2.
    var concentration: [String: Amount] { domains.filter { $0.value.bytes * 200 > documents.bytes } }

    /// The most relevant domains by bytes of text used, as the EU template asks for them: a tenth of all names, or for a small
    /// undertaking a twentieth and at most 1,000. Source: C(2025) 5235, section 2.3 and its footnote, date read 2026-11-23.
    func relevantDomains(isSmall: Bool) -> [(name: String, amount: Amount)] {
        let sorted = domains.sorted { ($1.value.bytes, $0.key) < ($0.value.bytes, $1.key) }
        let count = isSmall ? min((sorted.count * 5 + 99) / 100, 1000) : (sorted.count * 10 + 99) / 100
        return sorted.prefix(count).map { ($0.key, $0.value) }
    }
}
