public import Extraction
public import Markup
internal import Provenance
public import WebAddress

/// Reads every rights statement that bears on a URL or a capture. A pure function of its inputs.
///
/// Statements are never merged, and what cannot be read is never taken for nothing said.
public struct RightsReader: Sendable {
    private let agent: ProductToken
    private let tables: SignalTables
    private let robots: RobotsReader

    /// - Parameters:
    ///   - agent: The crawler's own token.
    ///   - tables: What readers know besides specifications.
    public init(agent: ProductToken, tables: SignalTables) {
        self.agent = agent
        self.tables = tables
        robots = RobotsReader(agent: agent, trainers: tables.agents.core.map(\.token))
    }

    /// What is known before a request: the URL and the site files. Nothing is said of `use`.
    public func beforeFetch(url: CanonicalURL, site: SiteRules?) -> RightsReading {
        var draft = ReadingDraft()
        readSite(SiteEvidence(atFetch: site, atUse: nil), url, &draft)
        return reading(draft, SiteEvidence(atFetch: site, atUse: nil), licence: .none, access: .unknown)
    }

    /// What is known when the headers are there and the body is not.
    public func onHeaders(_ response: ResponseInput, site: SiteEvidence) -> RightsReading {
        var draft = ReadingDraft()
        readSite(site, response.url, &draft)
        HeaderReaders.read(response, agent: agent, licences: tables.licences, into: &draft)
        TDMRepReader.resolve(&draft)
        let licence = LicenceConclusion.conclude(draft.licences, attribution: "", reserved: nil)
        return reading(draft, site, licence: licence, access: draft.access.first ?? .unknown)
    }

    /// What is known of a whole capture.
    ///
    /// - Parameters:
    ///   - page: Nil if the body is not HTML or could not be read.
    ///   - blocks: The labels of the page's nodes; nil if the main text was not looked for.
    ///   - textBytes: Of the main text.
    ///   - space: What the page's offsets count in.
    ///   - source: The page as UTF-8, from which quotes are taken; without it they hold attribute values alone.
    public func read(
        _ response: ResponseInput, page: PageReading?, blocks: PageBlocks?, textBytes: Int,
        space: PageText.Space = .payload, source: [UInt8] = [], site: SiteEvidence
    ) -> RightsReading {
        var draft = ReadingDraft()
        readSite(site, response.url, &draft)
        HeaderReaders.read(response, agent: agent, licences: tables.licences, into: &draft)
        var reserved: ReservedWords.Place?
        if let page {
            let input = PageInput(
                page: page, blocks: blocks, textBytes: textBytes, space: space, source: source, url: response.url,
                licences: tables.licences)
            PageReaders.read(input, response, agent: agent, tables: tables, into: &draft)
            if draft.licences.contains(where: { $0.dropped.isEmpty }) { reserved = ReservedWords.place(input) }
        } else {
            readMissingPage(response, &draft)
        }
        TDMRepReader.resolve(&draft)
        let licence = LicenceConclusion.conclude(draft.licences, attribution: draft.attribution, reserved: reserved)
        let access = draft.access.first { $0 != .open } ?? draft.access.first ?? .unknown
        return reading(draft, site, licence: licence, access: access)
    }

    private func readSite(_ site: SiteEvidence, _ url: CanonicalURL, _ draft: inout ReadingDraft) {
        for pass in site.passes(.robots) { robots.read(pass.rules, url: url, moments: pass.moments, into: &draft) }
        for pass in site.passes(.tdmrep) {
            TDMRepReader.readFile(pass.rules, url: url, moments: pass.moments, into: &draft)
        }
    }

    /// Plain text carries none of a page's statements; what should be a page and is not there may carry any.
    private func readMissingPage(_ response: ResponseInput, _ draft: inout ReadingDraft) {
        let type = ByteText.lowercased(response.headers.first("content-type") ?? "")
        let isPlain = type.hasPrefix("text/") && !type.hasPrefix("text/html") && !type.hasPrefix("text/xml")
        for source in PageReaders.protocols { draft.set(source, isPlain ? .absent : .unreadable) }
        draft.access.append(isPlain ? .open : .unknown)
    }

    private func reading(
        _ draft: ReadingDraft, _ site: SiteEvidence, licence: LicenceFinding, access: AccessFinding
    ) -> RightsReading {
        RightsReading(
            statesAtFetch: draft.fetch, statesAtUse: draft.use,
            signals: draft.signals + LicenceSignals.folded(draft.licences), licence: licence, access: access,
            siteFiles: site.facts, declaredURLs: draft.declaredURLs)
    }
}
