internal import Canonical
internal import Extraction
internal import Markup

/// Finds "all rights reserved" in the text and the metadata of a page, and words that forbid what licences permit.
enum ReservedWords {
    enum Place {
        case text, boilerplate
        /// In metadata about the page, where a licence would stand too.
        case declared
        /// Copying or use is forbidden in so many words.
        case forbidden
    }

    /// The place that weighs most; nil if the words stand nowhere.
    static func place(_ page: PageInput) -> Place? {
        isDeclared(page) ? .declared : spoken(page)
    }

    /// Of the text of the page, a block at a time: marks inside a sentence do not part it.
    private static func spoken(_ page: PageInput) -> Place? {
        let reading = page.page
        return reading.buffer.withUnsafeBufferPointer { buffer in
            var found: Place?
            var (block, parts, state, mayStand) = (-1, [Int](), 0, false)
            func close() {
                if mayStand { found = heavier(found, place(parts, page)) }
                (parts, state, mayStand) = ([], 0, false)
            }
            for (node, entry) in reading.nodes.enumerated() {
                if entry.isElement, LicenceWords.blocks.contains(entry.tag) { close() }
                guard entry.kind == .text, entry.count > 0, !entry.inTemplate else { continue }
                if entry.parent != block, !parts.isEmpty,
                    LicenceWords.block(of: node, reading) != LicenceWords.block(of: parts[0], reading)
                {
                    close()
                }
                block = Int(entry.parent)
                parts.append(node)
                if !mayStand {
                    mayStand = page.licences.statements.anywhere.mayStand(
                        in: buffer, reading.range(ofText: node), &state)
                }
            }
            close()
            return found
        }
    }

    /// What the text of one block says.
    private static func place(_ nodes: [Int], _ page: PageInput) -> Place? {
        let parts = nodes.map(page.page.range(ofText:))
        let found = page.licences.statements.anywhere.all(in: page.page.buffer, parts)
        let kinds = Set(found.filter { !isOfThings($0, parts, page) }.map(\.kind))
        if kinds.contains(StatementTable.Objection.forbidden.rawValue) { return .forbidden }
        guard kinds.contains(StatementTable.Objection.reserved.rawValue) else { return nil }
        return nodes.contains { page.blocks?.label(of: $0) == .main } ? .text : .boilerplate
    }

    /// Whether words that reserve are said of pictures and the like, which stand before them in their block.
    private static func isOfThings(_ find: PhraseSearch.Find, _ parts: [Range<Int>], _ page: PageInput) -> Bool {
        guard find.kind == StatementTable.Objection.reserved.rawValue,
            let part = parts.first(where: { $0.contains(find.place.lowerBound) })
        else { return false }
        return ReservedThings.areLed(by: page.page.buffer[part.lowerBound..<find.place.lowerBound])
    }

    private static func heavier(_ one: Place?, _ other: Place?) -> Place? {
        [.forbidden, .text, .boilerplate].first { $0 == one || $0 == other }
    }

    private static func isDeclared(_ page: PageInput) -> Bool {
        let statements = page.licences.statements
        let metas = page.allMetas.contains { meta in
            statements.rightsMetas.contains(meta.name) && statements.reserves(meta.content)
        }
        if metas { return true }
        return RightsFacts.all(page).contains { fact in
            guard fact.property == "copyrightNotice", fact.isPage, let text = fact.value.string else { return false }
            return statements.reserves(text)
        }
    }
}
