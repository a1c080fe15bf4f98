internal import Canonical
internal import Provenance
internal import WebAddress

/// Reads what robots.txt says: crawling, Content-Usage, Content-Signal, and what it says to other trainers.
struct RobotsReader {
    static let protocols: [RightsProtocol] = [.robots, .robotsAIAgents, .aiprefRobots, .contentSignalRobots]

    let agent: ProductToken
    let agents: AgentTable

    func read(_ rules: SiteRules, url: CanonicalURL, moments: Set<Moment>, into draft: inout ReadingDraft) {
        switch rules.robots {
        case nil: return
        case .found(let file, let digest)?: read(file, digest, url, moments, &draft)
        case .absent?, .notImplemented?:
            for source in Self.protocols { draft.set(source, .absent, moments) }
        case .refused?:
            // Crawling is allowed by RFC 9309, section 2.3.1.3; what else the file says nobody has seen.
            for source in Self.protocols { draft.set(source, source == .robots ? .absent : .unreadable, moments) }
            draft.add(missing(.allow, "robots-forbidden", moments))
        case .unreadable?:
            for source in Self.protocols { draft.set(source, .unreadable, moments) }
            draft.add(missing(.unknown, "robots-unreachable", moments))
        }
    }

    private func missing(_ value: SignalValue, _ note: String, _ moments: Set<Moment>) -> Signal {
        Signal(
            .robots, carrier: "robots.txt", scope: .site, category: .crawl, value: value, quote: .nothing,
            notes: [note], moments: moments)
    }

    private func read(
        _ file: RobotsFile, _ digest: Digest, _ url: CanonicalURL, _ moments: Set<Moment>, _ draft: inout ReadingDraft
    ) {
        let path = url.pathAndQuery
        let verdict = file.verdict(agent: agent, pathAndQuery: path)
        let fileNotes =
            (file.isSuspicious ? ["suspicious-body"] : []) + (file.isCut ? ["cut-at-limit"] : [])
            + (file.mayBePast ? ["may-be-past"] : [])
        draft.set(.robots, .stated, moments)
        draft.add(
            Signal(
                .robots, carrier: "robots.txt", scope: verdict.record == nil ? .site : .path, category: .crawl,
                value: verdict.allowed ? file.mayBePast ? .unknown : .allow : .deny, conditions: [agent.text],
                quote: verdict.record?.quote(in: digest) ?? .nothing, notes: verdict.notes + fileNotes,
                moments: moments))
        draft.add(
            ProxyOptOut(agents: agents).signals(file, digest, path, moments), as: .robotsAIAgents, moments,
            isPartial: file.isCut)
        if let line = file.voidRefusal(of: path) ?? file.unrootedRefusal(of: url, to: agent) {
            draft.add(
                Signal(
                    .robots, carrier: "robots.txt", scope: .path, category: .train, value: .invalid,
                    quote: line.quote(in: digest), notes: ["restrictive-intent", "void-line"], moments: moments))
        }
        // A path that may not be crawled carries no preference (draft-ietf-aipref-attach-05, section 3).
        let usage = verdict.allowed ? verdict.contentUsage : []
        draft.add(
            usage.flatMap { statement in
                AIPrefSignals.signals(
                    .parse(statement.value), .aiprefRobots, carrier: "robots.txt",
                    quote: statement.record.quote(in: digest), moments: moments)
            }, as: .aiprefRobots, moments, isPartial: file.isCut)
        draft.add(
            verdict.contentSignals.flatMap { statement in
                ContentSignalSignals.signals(
                    .parse(statement.value), .contentSignalRobots, carrier: "robots.txt",
                    quote: statement.record.quote(in: digest),
                    notes: file.reservesExpressly ? ["art4-express"] : [], moments: moments)
            }, as: .contentSignalRobots, moments, isPartial: file.isCut)
    }
}
