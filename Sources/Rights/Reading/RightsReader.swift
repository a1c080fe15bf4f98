public import Embedded
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
        robots = RobotsReader(agent: agent, agents: tables.agents)
    }

    /// What is known before a request: the URL and the site files. Nothing is said of `use`.
    public func beforeFetch(url: CanonicalURL, site: SiteRules?) -> RightsReading {
        var draft = ReadingDraft()
        readSite(SiteEvidence(atFetch: site, atUse: nil), url, &draft)
        return reading(draft, SiteEvidence(atFetch: site, atUse: nil), licence: .none, access: .unknown)
    }

    /// What is known when the headers are there and the body is not.
    public func onHeaders(_ response: ResponseInput, site: SiteEvidence, opened: Opened? = nil) -> RightsReading {
        var draft = opened?.draft ?? draft(response, site)
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
    ///   - decoding: How sure the words of a text are that is no page; a page knows its own.
    ///   - opened: What ``open(_:site:)`` gave for the same response and site, so that it is not read again.
    public func read(
        _ response: ResponseInput, page: PageReading?, blocks: PageBlocks?, textBytes: Int,
        space: PageText.Space = .payload, source: [UInt8] = [], decoding: TextDecoding = .certain, site: SiteEvidence,
        opened: Opened? = nil
    ) -> RightsReading {
        var draft = opened?.draft ?? draft(response, site)
        var reserved: ReservedWords.Place?
        if let page {
            let input = PageInput(
                page: page, blocks: blocks, textBytes: textBytes, space: space, source: source, url: response.url,
                licences: tables.licences)
            PageReaders.read(input, response, agent: agent, tables: tables, into: &draft)
            RSLReader.readPage(input, site: site, into: &draft)
            for source in XMLReaders.protocols { draft.set(source, .absent) }
            ForeignElements.read(input, response, into: &draft)
            if draft.licences.contains(where: { $0.dropped.isEmpty }) {
                reserved = ReservedWords.place(input)
                if draft.attribution.isEmpty { draft.attribution = DeclaredAuthor.name(input) }
            }
        } else {
            readMissingPage(response, source, space, decoding, &draft)
            AccessReader.readOffer(source, of: response, into: &draft)
        }
        TDMRepReader.resolve(&draft)
        let licence = LicenceConclusion.conclude(draft.licences, attribution: draft.attribution, reserved: reserved)
        return reading(draft, site, licence: licence, access: draft.worstAccess)
    }

    /// What is known of a whole capture whose body is XML and no page.
    ///
    /// What only HTML can carry is absent, unless the XML is HTML after all: nobody reads that here.
    public func read(_ response: ResponseInput, xml: XMLReading, site: SiteEvidence) -> RightsReading {
        var draft = draft(response, site)
        let isPage = xml.root.map { $0.name.namespace == XMLNamespace.xhtml || $0.name.local == "html" } ?? true
        for source in PageReaders.protocols { draft.set(source, isPage ? .unreadable : .absent) }
        ProseReader.finish(page: isPage || xml.fault != nil ? .unreadable : .absent, &draft)
        draft.access.append(isPage || xml.fault != nil ? .unknown : .open)
        let isReserved = XMLReaders.read(
            XMLInput(xml, url: response.url, at: response.fetched, licences: tables.licences),
            table: tables.reservations, into: &draft)
        let verdict = EmbeddedReaders.readSidecar(xml, response, tables, into: &draft)
        TDMRepReader.resolve(&draft)
        let licence = LicenceConclusion.conclude(
            draft.licences, attribution: draft.attribution,
            reserved: isReserved || verdict?.isReserved ?? false ? .text : nil)
        return reading(draft, site, licence: verdict?.weigh(licence) ?? licence, access: draft.worstAccess)
    }

    /// What is known of a whole capture whose body is a file of its own: a picture, a sound, a film, a PDF, an EPUB.
    ///
    /// What only a page can carry is absent if the file is of a kind that is known; so is a wall, since the file itself
    /// was handed over, unless it is encrypted.
    public func read(_ response: ResponseInput, embedded: EmbeddedParts, site: SiteEvidence) -> RightsReading {
        var draft = draft(response, site)
        for source in PageReaders.protocols { draft.set(source, embedded.kind == .unknown ? .unreadable : .absent) }
        ProseReader.finish(page: Self.wordsUnread(embedded.kind), &draft)
        draft.access.append(embedded.kind == .unknown || embedded.isEncrypted ? .unknown : .open)
        let verdict = EmbeddedReaders.read(embedded, response, tables, into: &draft)
        TDMRepReader.resolve(&draft)
        let licence = verdict.weigh(
            LicenceConclusion.conclude(
                draft.licences, attribution: draft.attribution, reserved: verdict.isReserved ? .text : nil))
        return reading(draft, site, licence: licence, access: draft.worstAccess)
    }

    /// The state of words nobody has searched: a book may reserve on its page of imprint, which is not read.
    private static func wordsUnread(_ kind: EmbeddedParts.Kind) -> ProtocolState {
        switch kind {
        case .pdf, .epub: .notChecked
        case .unknown: .unreadable
        case .jpeg, .png, .webp, .svg, .xmp, .c2pa, .media: .absent
        }
    }

    /// What the site files and the headers say, read once for several questions.
    public struct Opened: Sendable {
        fileprivate let draft: ReadingDraft
    }

    /// Reads what the site files and the headers say.
    public func open(_ response: ResponseInput, site: SiteEvidence) -> Opened {
        Opened(draft: draft(response, site))
    }

    /// A draft of all that is known before the body: what the site files and the headers say.
    private func draft(_ response: ResponseInput, _ site: SiteEvidence) -> ReadingDraft {
        var draft = ReadingDraft()
        readSite(site, response.url, &draft)
        HeaderReaders.read(response, agent: agent, tables: tables, into: &draft)
        RSLReader.readHeaders(response, site: site, into: &draft)
        return draft
    }

    private func readSite(_ site: SiteEvidence, _ url: CanonicalURL, _ draft: inout ReadingDraft) {
        for pass in site.passes(.robots) {
            robots.read(pass.rules, url: url, moments: pass.moments, into: &draft)
            RobotsProse.read(pass.rules, table: tables.reservations, moments: pass.moments, into: &draft)
        }
        for pass in site.passes(.robots, .rsl) {
            RSLReader.readSite(
                pass.rules, agent: agent, agents: tables.agents, url: url, moments: pass.moments, into: &draft)
        }
        for pass in site.passes(.tdmrep) {
            TDMRepReader.readFile(pass.rules, url: url, moments: pass.moments, into: &draft)
        }
        for pass in site.passes(.trustTxt, .trustTxtWellKnown) {
            TrustTxtReader.read(pass.rules, moments: pass.moments, into: &draft)
        }
        for pass in site.passes(.aiTxt) {
            AITxtReader(agent: agent, table: tables.reservations).read(
                pass.rules, url: url, moments: pass.moments, into: &draft)
        }
    }

    /// Plain text carries none of a page's statements; what should be a page and is not there may carry any.
    private func readMissingPage(
        _ response: ResponseInput, _ source: [UInt8], _ space: PageText.Space, _ decoding: TextDecoding,
        _ draft: inout ReadingDraft
    ) {
        let types = response.headers.all("content-type").map { ByteText.lowercased($0) }
        let isPlain =
            !types.isEmpty
            && types.allSatisfy { $0.hasPrefix("text/") && !$0.hasPrefix("text/html") && !$0.hasPrefix("text/xml") }
        for carrier in PageReaders.protocols { draft.set(carrier, isPlain ? .absent : .unreadable) }
        if isPlain {
            for carrier in XMLReaders.protocols { draft.set(carrier, .absent) }
            PlainProse.read(
                source, space == .payload ? .payload : .utf8, decoding, table: tables.reservations, into: &draft)
        } else {
            ProseReader.finish(page: .unreadable, &draft)
        }
        draft.access.append(isPlain ? .open : .unknown)
    }

    private func reading(
        _ draft: ReadingDraft, _ site: SiteEvidence, licence: LicenceFinding, access: AccessFinding
    ) -> RightsReading {
        var draft = draft
        if let rules = site.atUse ?? site.atFetch, !rules.policies.isEmpty {
            TDMPolicyReader.read({ NamedDocument.url($0).flatMap { rules.policies[$0.text] } }, into: &draft)
        }
        return RightsReading(
            statesAtFetch: draft.fetch, statesAtUse: draft.use,
            signals: draft.signals + LicenceSignals.folded(draft.licences), licence: licence, access: access,
            siteFiles: site.facts, declaredURLs: draft.declaredURLs,
            identifiers: draft.identifiers)
    }
}
