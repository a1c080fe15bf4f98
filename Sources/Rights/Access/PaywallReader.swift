internal import Canonical
internal import Extraction
internal import Markup
internal import Provenance

/// Reads whether a page that was served is open, from what it declares and, where it holds hardly any text, from
/// what else stands on it.
enum PaywallReader {
    /// Bytes of main text below which marks of a wall count.
    static let shortText = 800

    static func read(_ page: PageInput, walls: WallTable, into draft: inout ReadingDraft) {
        var signals = declared(page)
        if page.textBytes < shortText { signals += AccessMarks.signals(page, walls) }
        draft.add(signals, as: .accessPage)
        if signals.isEmpty { draft.set(.accessPage, page.absent) }
        let isUnread = page.documents.contains { $0.value == nil && $0.mayState }
        if isUnread, !signals.contains(where: { $0.value == .deny }) { draft.set(.accessPage, .unreadable) }
        draft.access.append(
            finding(signals, isUnread: isUnread || !page.page.complete || signals.contains { $0.value == .invalid }))
    }

    private static func finding(_ signals: [Signal], isUnread: Bool) -> AccessFinding {
        let denied = signals.filter { $0.value == .deny }
        if denied.contains(where: { $0.notes.contains("challenge") || $0.notes.contains("login") }) { return .blocked }
        if !denied.isEmpty { return .paywalled }
        return isUnread ? .unknown : .open
    }

    private static func declared(_ page: PageInput) -> [Signal] {
        var signals: [Signal] = []
        for script in page.documents {
            let wall = Paywall.read(script.nodes) {
                $0.isTopLevel && (JSONLDLicences.isPage($0, page) || $0.types.isEmpty)
            }
            guard wall.isFree != nil || wall.isUnclear else { continue }
            let quote = page.quote(script: script.node, from: "isAccessibleForFree")
            if wall.isUnclear { signals.append(unclear("json-ld", quote)) }
            if let isFree = wall.isFree { signals.append(signal("json-ld", isFree, quote, wall.selectors)) }
        }
        for property in Microdata.properties("isAccessibleForFree", page) {
            signals += microdata(property, page)
        }
        for meta in page.allMetas { signals += declared(meta, page) }
        for meta in page.metas("og:restrictions:content") + page.metas("og:restrictions") {
            let isClosed = ["subscription", "subscriber", "premium", "paid", "registration", "login"]
                .contains { ByteText.lowercased(meta.content).contains($0) }
            if isClosed { signals.append(signal("meta", false, page.quote(meta.node), ["og:restrictions"])) }
        }
        return signals
    }

    /// A property of no item belongs to nothing by the HTML Standard: only its no is heard.
    private static func microdata(_ property: Microdata.Property, _ page: PageInput) -> [Signal] {
        let (flag, quote) = (Paywall.flag(property.value), page.quote(property.node))
        if property.item < 0 { return flag == false ? [signal("microdata", false, quote, [])] : [] }
        guard Microdata.isPage(property, page) else { return [] }
        return [flag.map { signal("microdata", $0, quote, []) } ?? unclear("microdata", quote)]
    }

    private static func declared(_ meta: PageInput.Meta, _ page: PageInput) -> [Signal] {
        switch meta.name {
        case "article:content_tier", "og:content_tier", "content_tier", "content-tier", "article:content-tier":
            let tier = ByteText.lowercased(meta.content)
            if tier.isEmpty { return [] }
            guard tier == "free" || closedTiers.contains(tier) else { return [unclear("meta", page.quote(meta.node))] }
            return [signal("meta", tier == "free", page.quote(meta.node), [tier])]
        case "isaccessibleforfree", "schema:isaccessibleforfree":
            return Paywall.flag(meta.content) == false ? [signal("meta", false, page.quote(meta.node), [])] : []
        default: return []
        }
    }

    private static let closedTiers: Set<String> = [
        "locked", "metered", "premium", "paid", "subscriber", "subscribers", "subscription", "registered",
        "registration", "members", "member", "plus", "exclusive",
    ]

    /// Words on access that nobody knows: neither free nor closed.
    private static func unclear(_ carrier: String, _ quote: Quote) -> Signal {
        Signal(
            .accessPage, carrier: carrier, scope: .document, category: .access, value: .invalid, quote: quote,
            notes: ["unknown-value"])
    }

    private static func signal(_ carrier: String, _ isFree: Bool, _ quote: Quote, _ conditions: [String]) -> Signal {
        Signal(
            .accessPage, carrier: carrier, scope: .document, category: .access, value: isFree ? .allow : .deny,
            conditions: conditions, quote: quote)
    }
}
