internal import Markup
internal import Provenance

/// The badges of Creative Commons: weak evidence, since pages copy them round.
///
/// Source: rights-signals, section 9.1: `i.creativecommons.org/l/UNIT/VERSION[/PORT]/WxH.png`, `licensebuttons.net/l/…`.
enum Badge {
    /// Notes on a link that the badge inside it names another licence; the link counts.
    static func compare(_ candidate: inout LicenceCandidate, _ page: PageInput) {
        guard let tool = candidate.tool else { return }
        let nodes = page.page.nodes
        for index in candidate.node..<max(candidate.node, Int(nodes[candidate.node].end)) where nodes[index].tag == .img
        {
            guard let source = page.page.value(.src, of: index), let badge = named(source).tool else { continue }
            if badge.unit != tool.unit || badge.version != tool.version {
                candidate.notes.append("badge-disagrees=" + badge.unit + " " + badge.version)
            }
        }
    }

    /// The licence that the label or a picture inside a link names, if it asks for more than the one it leads to: what
    /// readers see is the stricter, and which is meant cannot be told.
    static func stricter(than link: LicenceCandidate, _ page: PageInput) -> LicenceCandidate? {
        guard let flags = link.named.flags else { return nil }
        var elements: Set<String> = []
        for label in labels(of: link.node, page) { elements.formUnion(LicenceElements.named(in: label)) }
        elements.subtract(flags)
        guard !elements.isEmpty else { return nil }
        let all = elements.union(flags).intersection(["nc", "nd", "sa"])
        var second = link
        second.named = .unversioned(unit: (["by"] + all.sorted()).joined(separator: "-"))
        second.notes.append("label-disagrees=" + elements.sorted().joined(separator: "-"))
        second.doubt("its label asks for more than its address")
        return second
    }

    /// What a link shows or is called: its text and title, and the names and files of the pictures in it.
    private static func labels(of node: Int, _ page: PageInput) -> [[UInt8]] {
        let reading = page.page
        var labels = [page.text(of: node, limit: 512)]
        let end = min(max(Int(reading.nodes[node].end), node + 1), node + 64)
        for index in node..<end where reading.nodes[index].isElement {
            for name in [AttributeName.title, .alt, .ariaLabel] {
                if let value = reading.attribute(name, of: index) { labels.append(Array(reading.bytes(value))) }
            }
            for name in [AttributeName.src, .data, .href] where index != node {
                if let value = reading.attribute(name, of: index) {
                    labels.append(Array(reading.bytes(value).suffix(120)))
                }
            }
        }
        return labels
    }

    /// A badge that no licence link holds: something is licensed, and which thing is not said.
    ///
    /// - Parameter linked: The blocks that hold a licence statement, looked up for the first badge.
    static func read(_ node: Int, _ page: PageInput, linked: inout Set<Int>?, into draft: inout ReadingDraft) {
        guard let range = page.page.attribute(.src, of: node), mayBeBadge(page.page.bytes(range)) else { return }
        let source = page.page.string(range)
        let named = named(source)
        guard named != .unknown else { return }
        if linked == nil { linked = blocks(draft, page) }
        guard linked?.insert(LicenceWords.block(of: node, page.page)).inserted == true else { return }
        var candidate = LicenceCandidate(
            source, named: named, carrier: .badge, node: node, quote: page.quote(node), rank: .badge)
        LicenceScope.place(&candidate, page)
        (candidate.rank, candidate.notes) = (.badge, candidate.notes + [LicenceWords.unsure])
        draft.licences.append(candidate)
    }

    /// Whether an image is a badge or logo of licences, wherever it is kept.
    static func isBadge(_ node: Int, _ page: PageInput) -> Bool {
        guard let source = page.page.attribute(.src, of: node) else { return false }
        let bytes = page.page.bytes(source)
        return ["creativecommons", "creative-commons", "creative_commons", "licen", "/cc-", "/cc_", "cc.png", "cc.svg"]
            .contains { ByteText.contains(bytes, $0) }
    }

    /// What the file name of a badge says.
    static func named(_ source: String) -> NamedLicence {
        guard let url = LicenceURL(source) else { return .unknown }
        var parts = url.parts[...]
        switch url.host {
        case "i.creativecommons.org", "licensebuttons.net", "l.licensebuttons.net":
            guard parts.first == "l" || parts.first == "p" else { return .unknown }
        default: return .unknown
        }
        let category = parts.removeFirst() == "l" ? "licenses" : "publicdomain"
        let rest = parts.prefix { part in !part.contains(".png") && !part.contains(".svg") && !part.contains(".gif") }
        let isZero = rest.first == "zero" || rest.first == "mark"
        let path = ([isZero ? "publicdomain" : category] + rest).joined(separator: "/")
        return NamedLicence(CreativeCommonsURL.read("creativecommons.org/" + path))
    }

    private static func mayBeBadge(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= 24 && bytes.count < 256
            && (ByteText.contains(bytes, "licensebuttons.net/") || ByteText.contains(bytes, "i.creativecommons.org/"))
    }

    private static func blocks(_ draft: ReadingDraft, _ page: PageInput) -> Set<Int> {
        Set(draft.licences.filter { $0.node >= 0 }.map { LicenceWords.block(of: $0.node, page.page) })
    }
}
