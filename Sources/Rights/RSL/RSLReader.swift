internal import Canonical
internal import Provenance
internal import WebAddress

/// Reads the terms that robots.txt and headers name; `RSLReader+Page` reads those of pages.
///
/// Every channel keeps its own statement: where two differ, the stricter decides (RSL 1.0, section 4.9), so that none
/// is set aside.
enum RSLReader {
    static let robotsProtocols: [RightsProtocol] = [.rslRobots]

    /// The lines that count for the agent: those of its group, else those outside all groups (section 4.4).
    static func readSite(
        _ rules: SiteRules, agent: ProductToken, agents: AgentTable, url: CanonicalURL, moments: Set<Moment>,
        into draft: inout ReadingDraft
    ) {
        switch rules.robots {
        case nil: return
        case .absent?, .notImplemented?: draft.set(.rslRobots, .absent, moments)
        case .refused?, .unreadable?: draft.set(.rslRobots, .unreadable, moments)
        case .found(let file, let digest)?:
            func named(_ line: RobotsVerdict.Statement, grantsNothing: String = "") -> [Signal] {
                let origin = RSLStatement.Origin(
                    source: .rslRobots, carrier: "robots.txt", scope: .site, subject: line.value,
                    grantsNothing: grantsNothing, moments: moments)
                let quote = line.record.quote(in: digest)
                guard let address = NamedDocument.url(line.value) else { return [misnamed(line.value, origin, quote)] }
                return signals(rules.rslDocuments[address.text], origin, quote, url, .site)
            }
            let own = file.licences(for: agent).flatMap { named($0) }
            let meant = file.licenceLookAlikes(for: agent).flatMap { named($0, grantsNothing: oddlyNamed) }
            let others = TermsForOthers(agents: agents).read(file, agent) { named($0) }
            draft.add(own + meant, as: .rslRobots, moments, isPartial: file.isCut)
            others.add(to: &draft, moments)
        }
    }

    static func readHeaders(_ response: ResponseInput, site: SiteEvidence, into draft: inout ReadingDraft) {
        let lines = response.headers.all("link")
        // A field whose name means terms was read before.
        let isNamed = draft.signals.contains { $0.source == .rslHeader }
        guard !lines.isEmpty else { return isNamed ? () : draft.set(.rslHeader, .absent) }
        let typed = LinkHeader.parse(lines).filter(RSLDiscovery.meansTerms)
        let links = typed.prefix(RSLDiscovery.limit)
        let quote = Quote(lines.joined(separator: ", "), in: .header, at: 0)
        var found = links.flatMap { link -> [Signal] in
            var origin = RSLStatement.Origin(
                source: .rslHeader, carrier: "header", scope: .document, subject: link.target)
            if !RSLDiscovery.isLicence(link) { origin.grantsNothing = oddlyNamed }
            if let anchor = link.parameters["anchor"], !anchor.isEmpty,
                PageInput.parse(anchor, base: response.url.url)?.canonical != response.url
            {
                origin.dropped = "subject is another resource"
            }
            return linked(link.target, origin, quote, response.url, site)
        }
        if typed.isEmpty, lines.contains(where: Self.meansTerms) {
            let origin = RSLStatement.Origin(source: .rslHeader, carrier: "header", scope: .document)
            found.append(origin.advertised(.invalid, "not-readable-as-a-link", quote: quote))
        }
        draft.add(found, as: .rslHeader, isPartial: isNamed)
    }

    /// Whether a field that names no terms by its grammar was meant to.
    private static func meansTerms(_ line: String) -> Bool {
        let bytes = Array(line.utf8)[...]
        return ByteText.contains(bytes, "license")
            && ["application/rsl", "rsl+xml"].contains { ByteText.contains(bytes, $0) }
    }

    /// What the document at an address says, at the moments for which it is at hand.
    static func linked(
        _ text: String, _ origin: RSLStatement.Origin, _ quote: Quote, _ url: CanonicalURL, _ site: SiteEvidence
    ) -> [Signal] {
        guard let address = NamedDocument.url(text) else { return [misnamed(text, origin, quote)] }
        let passes = site.passes(.robots, .rsl).filter { $0.rules.rslDocuments[address.text] != nil }
        guard !passes.isEmpty else { return signals(nil, origin, quote, url, .link) }
        return passes.flatMap { pass -> [Signal] in
            var origin = origin
            origin.moments = pass.moments
            return signals(pass.rules.rslDocuments[address.text], origin, quote, url, .link)
        }
    }

    /// Only absolute https addresses name a document (sections 4.4.1, 4.5 and 8); what else stands there was meant to.
    private static func misnamed(_ text: String, _ origin: RSLStatement.Origin, _ quote: Quote) -> Signal {
        origin.advertised(.invalid, RSLToken.isAbsoluteURI(text) ? "not-https" : "not-absolute", quote: quote)
    }

    private static func signals(
        _ known: SiteRules.Known<RSLDocument>?, _ origin: RSLStatement.Origin, _ quote: Quote, _ url: CanonicalURL,
        _ association: RSLAssociation
    ) -> [Signal] {
        switch known {
        case nil: return [origin.advertised(.unknown, "document-not-fetched", quote: quote)]
        case .absent?: return [origin.advertised(.unknown, "document-absent", quote: quote)]
        case .refused?: return [origin.advertised(.unknown, "document-refused", quote: quote)]
        case .notImplemented?: return [origin.advertised(.invalid, "no-document", quote: quote)]
        case .unreadable(let reason)?: return [origin.advertised(.invalid, "unreadable: " + reason, quote: quote)]
        case .found(let document, let digest)?:
            return RSLStatement(
                document: document, url: url, association: association, origin: origin, space: .siteFile(digest)
            ).signals()
        }
    }
}
