internal import Markup
internal import Provenance

/// Licences that `link`, `a` and `area` elements name.
enum LinkLicences {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        let types = RDFaLicences.workTypes(page)
        for index in page.page.links { read(Int(index), .link, types, page, &draft) }
        for index in page.page.anchors {
            let node = Int(index)
            read(node, page.page.nodes[node].tag == .area ? .area : .anchor, types, page, &draft)
        }
    }

    private static func read(
        _ node: Int, _ carrier: LicenceCandidate.Carrier, _ types: [Int: String], _ page: PageInput,
        _ draft: inout ReadingDraft
    ) {
        guard let href = page.page.attribute(.href, of: node) else { return }
        let isRel = hasLicenceRel(node, page)
        guard isRel || (carrier != .link && isCreativeCommons(page.page.buffer, page.page.trimmed(href))) else {
            return
        }
        guard !isRSL(node, page) else { return }
        let text = ByteText.trimmed(page.page.string(href))
        guard !text.isEmpty else { return }
        let absolute = CreativeCommonsURL.read(text) == .otherHost ? page.resolve(text) ?? text : text
        var candidate = LicenceCandidate(
            absolute, carrier: isRel ? carrier : .bareAnchor, node: node, quote: page.quote(node), rank: .body)
        // A bare link to a page of Creative Commons that is no licence says nothing of one.
        if !isRel, candidate.reading == .otherPage || candidate.reading == .otherHost { return }
        LicenceScope.place(&candidate, page)
        if isRel { LicenceScope.apply(RDFa.subject(of: node, page), to: &candidate) }
        if candidate.dropped.isEmpty, let kind = types[Int(page.page.nodes[node].parent)], kind != "Text" {
            candidate.dropped = "subject is " + kind
        }
        draft.licences.append(candidate)
    }

    private static func hasLicenceRel(_ node: Int, _ page: PageInput) -> Bool {
        guard let rel = page.page.attribute(.rel, of: node) else { return false }
        return page.page.tokens(rel).contains { token in
            token.count >= 7 && RDFa.licenceNames.contains(ByteText.lowercased(page.page.string(token)))
        }
    }

    private static func isRSL(_ node: Int, _ page: PageInput) -> Bool {
        guard let type = page.page.attribute(.type, of: node) else { return false }
        return page.page.equals(page.page.trimmed(type), ignoringCase: "application/rsl+xml")
    }

    /// Whether a reference leads to creativecommons.org, told from its first bytes.
    private static func isCreativeCommons(_ buffer: [UInt8], _ range: Range<Int>) -> Bool {
        buffer[range].withUnsafeBufferPointer { bytes in
            var at = 0
            func skips(_ text: StaticString) -> Bool {
                let count = text.utf8CodeUnitCount
                guard bytes.count - at >= count else { return false }
                for index in 0..<count where ByteText.lower(bytes[at + index]) != text.utf8Start[index] { return false }
                at += count
                return true
            }
            if skips("http") { _ = skips("s"); guard skips(":") else { return false } }
            _ = skips("//")
            _ = skips("www.")
            return skips("creativecommons.org")
        }
    }
}
