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
        draft.access.append(finding(signals, isUnread: isUnread || !page.page.complete))
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
            guard let isFree = wall.isFree else { continue }
            signals.append(
                signal("json-ld", isFree, page.quote(script: script.node, from: "isAccessibleForFree"), wall.selectors))
        }
        for property in Microdata.properties("isAccessibleForFree", page) where Microdata.isPage(property, page) {
            guard let isFree = Paywall.flag(.string(property.value)) else { continue }
            signals.append(signal("microdata", isFree, page.quote(property.node), []))
        }
        for meta in page.metas("article:content_tier") + page.metas("og:content_tier") {
            let tier = ByteText.lowercased(meta.content)
            guard ["free", "locked", "metered"].contains(tier) else { continue }
            signals.append(signal("meta", tier == "free", page.quote(meta.node), [tier]))
        }
        for meta in page.metas("og:restrictions:content") + page.metas("og:restrictions") {
            let isClosed = ["subscription", "subscriber", "premium", "paid", "registration", "login"]
                .contains { ByteText.lowercased(meta.content).contains($0) }
            if isClosed { signals.append(signal("meta", false, page.quote(meta.node), ["og:restrictions"])) }
        }
        return signals
    }

    private static func signal(_ carrier: String, _ isFree: Bool, _ quote: Quote, _ conditions: [String]) -> Signal {
        Signal(
            .accessPage, carrier: carrier, scope: .document, category: .access, value: isFree ? .allow : .deny,
            conditions: conditions, quote: quote)
    }
}
