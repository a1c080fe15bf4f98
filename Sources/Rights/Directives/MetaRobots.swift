internal import Canonical
public import Markup
internal import Provenance

/// Reads robots meta elements, wherever in the page they stand.
public enum MetaRobots {
    /// The directives of all robots meta elements; those of `<meta name="googlebot">` and the like name their agent.
    public static func directives(
        in page: PageReading, agent: ProductToken? = nil, agents: AgentTable
    ) -> [RobotsDirective] {
        page.metas.flatMap { node -> [RobotsDirective] in
            guard let name = page.attribute(.name, of: Int(node)) ?? page.attribute(.httpEquiv, of: Int(node)),
                let content = page.value(.content, of: Int(node))
            else { return [] }
            let written = page.string(page.trimmed(name))
            return directives(
                ByteText.lowercased(written), written: written, content: content, agent: agent, agents)
        }
    }

    /// - Parameter key: The name in lower case.
    private static func directives(
        _ key: String, written: String, content: String, agent: ProductToken?, _ agents: AgentTable
    ) -> [RobotsDirective] {
        if key == "robots" || key == "x-robots-tag" { return XRobotsTag.parse(content: content) }
        guard agents.isAddressed(key) || key == agent?.key || isCrawler(key) else {
            return parts(of: key).flatMap { directives($0, written: $0, content: content, agent: agent, agents) }
        }
        if RobotsDirective.isPlainNo(content) {
            return [RobotsDirective(name: RobotsDirective.disallow, agent: written)]
        }
        return XRobotsTag.parse(content: content).map {
            RobotsDirective(name: $0.name, value: $0.value, agent: $0.agent ?? written)
        }
    }

    /// The names that one name holds by mistake, each as it was meant: `robots,googlebot`, a name in typographic quotes.
    /// None if it is one name as it should be.
    private static func parts(of key: String) -> [String] {
        guard key.utf8.count <= 128, key.utf8.contains(where: isOdd) else { return [] }
        let parts = MetaName.plain(key).split { $0 == "," || $0 == " " || $0 == ";" || $0 == "|" || $0 == "/" }
        let names = parts.prefix(16).map(String.init)
        return names == [key] ? [] : names
    }

    /// Whether a name that no table has is one of a crawler. `robot` and `bot` are none: they mean all.
    private static func isCrawler(_ key: String) -> Bool {
        guard key.utf8.last == UInt8(ascii: "t") || key.utf8.last == UInt8(ascii: "r") else { return false }
        return (key.hasSuffix("bot") || key.hasSuffix("crawler") || key.hasSuffix("spider")) && ProductToken(key) != nil
            && !AllCrawlers.names.contains(key)
    }

    /// What stands in no name of a crawler but those of the table.
    private static func isOdd(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte <= 0x2C || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ";")
            || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":")
    }

    static func read(
        _ page: PageInput, agent: ProductToken, agents: AgentTable, fetched: Timestamp, into draft: inout ReadingDraft
    ) {
        let reader = RobotsDirectiveSignals(
            source: .metaRobots, carrier: "meta", agent: agent, agents: agents, fetched: fetched)
        // No crawler and no misspelling of one has a colon in its name, and most metas do.
        let named = page.allMetas.filter {
            $0.name.utf8.last == UInt8(ascii: ":") || !$0.name.utf8.contains(UInt8(ascii: ":"))
        }
        let found = named.flatMap { meta -> [Signal] in
            let directives = directives(meta.name, written: meta.written, content: meta.content, agent: agent, agents)
            guard !directives.isEmpty else { return misaddressed(meta, page) }
            return reader.signals(directives, quote: page.quote(meta.node)) + controlToken(meta, page)
        }
        let unseen = RootMarks.signals(page, .metaRobots) + RawMarks.signals(page, .metaRobots)
        draft.addAddressed(found + unseen, as: .metaRobots, nothing: page.absent)
    }

    /// `<meta name="robot" content="noai">`, `<meta name="ai-training" content="no">`: nothing by any specification, and meant
    /// as a refusal.
    private static func misaddressed(_ meta: PageInput.Meta, _ page: PageInput) -> [Signal] {
        guard isMisaddressed(meta) || (!meta.name.hasPrefix("tdm") && TrainingName.refuses(meta.name, meta.content))
        else { return [] }
        return [
            Signal(
                .metaRobots, carrier: "meta", scope: .document, category: .train, value: .invalid,
                quote: page.quote(meta.node), notes: ["restrictive-intent", "misaddressed"])
        ]
    }

    private static func isMisaddressed(_ meta: PageInput.Meta) -> Bool {
        if NearName.meant(by: meta.name.utf8, among: [.robots]) != nil, NearValue.refusesRobots(meta.content, meta.name)
        {
            return true
        }
        return (AllCrawlers.names.contains(meta.name) || meta.name == "permissions")
            && XRobotsTag.parse(content: meta.content).contains { $0.name == "noai" || $0.isRestrictiveIntent }
    }

    /// Google-Extended is defined for robots.txt alone: as a meta element it means nothing, and is meant as a refusal.
    private static func controlToken(_ meta: PageInput.Meta, _ page: PageInput) -> [Signal] {
        guard ["google-extended", "applebot-extended"].contains(meta.name),
            XRobotsTag.parse(content: meta.content).contains(where: { $0.name.hasPrefix("no") })
                || RobotsDirective.isPlainNo(meta.content)
        else { return [] }
        return [
            Signal(
                .metaRobots, carrier: "meta", scope: .document, category: .train, value: .invalid,
                quote: page.quote(meta.node), notes: ["restrictive-intent"])
        ]
    }
}
