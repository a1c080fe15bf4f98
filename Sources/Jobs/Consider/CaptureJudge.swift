internal import Archive
internal import Canonical
internal import Licensing
internal import Provenance
internal import Registry
internal import Rights
internal import Shards
internal import WebAddress

/// The part of considering a capture that needs no page: addresses, site files, headers, registry, decisions.
///
/// Sendable, so that a fetcher may ask it on its own thread before a body is taken.
struct CaptureJudge: Sendable {
    let inputs: InputSet
    let rights: RightsReader
    /// Of the names of the part that captures are read from, those that objections have. Others are not kept: they would say
    /// the same in every row.
    private let shards: [String]

    init(_ inputs: InputSet, shards: [String] = []) {
        self.inputs = inputs
        self.shards = inputs.snapshot?.shards(among: shards) ?? []
        rights = RightsReader(agent: inputs.agent, tables: inputs.tables)
    }

    /// Whether a URL may be asked for: from the URL, the site files and the registry alone.
    func beforeFetch(_ url: CanonicalURL, hops: [Hop], site: SiteRules?, at: Timestamp) -> (Considered, Decision) {
        var considered = Considered(url: url)
        considered.take(rights.beforeFetch(url: url, site: site))
        considered.matchKeys = matchKeys(url: url, hops: hops, declared: [])
        considered.registry = match(considered.matchKeys, at: at)
        considered.grounds = grounds(considered.matchKeys, fetched: at, at: at)
        return (considered, decide(considered, .fetch, at))
    }

    /// Whether the body may be taken: from status and headers as well.
    ///
    /// - Parameter opened: What the reader opened for the capture and the site, where the whole is read later.
    func onHeaders(
        _ capture: TakenCapture, site: SiteEvidence, at: Timestamp, opened: RightsReader.Opened? = nil
    ) -> (Considered, Decision) {
        var considered = Considered(url: capture.url, capture: capture.facts(encoding: ""))
        considered.take(rights.onHeaders(capture.response, site: site, opened: opened))
        considered.matchKeys = matchKeys(url: capture.url, hops: capture.hops, declared: [])
        considered.matchKeys.payload = capture.payloadDigest
        considered.registry = match(considered.matchKeys, at: at)
        considered.grounds = grounds(considered.matchKeys, fetched: capture.fetched, at: at)
        return (considered, decide(considered, .fetch, at))
    }

    func decide(_ considered: Considered, _ moment: Moment, _ at: Timestamp) -> Decision {
        Licensing.decide(considered, profile: inputs.profile, ruleset: inputs.ruleset, moment: moment, at: at)
    }

    func match(_ keys: MatchKeys, at: Timestamp) -> RegistryAnswer {
        guard let snapshot = inputs.snapshot else { return .notAsked }
        return .matches(snapshot.match(keys, at: at))
    }

    /// What the operator's files say of a capture.
    func grounds(_ keys: MatchKeys, fetched: Timestamp, at: Timestamp) -> Grounds {
        inputs.grounds.grounds(for: keys, fetched: fetched, profile: inputs.profile, at: at)
    }

    func matchKeys(url: CanonicalURL, hops: [Hop], declared: [CanonicalURL]) -> MatchKeys {
        var keys = MatchKeys.of(url: url, hops: hops, declared: declared, suffixes: inputs.suffixes)
        keys.shards = shards
        return keys
    }

    /// The row of a URL that was not asked for.
    func refusal(_ considered: Considered, _ decision: Decision, trouble: String = "") -> EvidenceRow {
        let name = Array("\(decision.at) \(considered.url.text)".utf8)
        let id = "urn:uuid:" + UUIDv5.text(UUIDv5.make(namespace: UUIDv5.urlNamespace, name: name))
        return EvidenceRow(
            id: id, kind: .refusedBeforeFetch, considered: considered, decisions: [decision], trouble: trouble)
    }
}
