internal import Markup

/// Posts of a forum and answers to a question: works of several people that are the text of the page together, so that the
/// longest of them is not its main element.
enum Posts {
    /// The element that holds all posts of which `root` is one or a part; `root` itself if it is none.
    ///
    /// - Parameter masses: Running weight under each node.
    static func holder(of root: Int, below body: Int, _ page: PageReading, _ masses: [Int32]) -> Int {
        var (holder, node) = (root, root)
        let posts = stated(page, masses)
        while node > body {
            let parent = Int(page.nodes[node].parent)
            let isPart = posts.map { $0.lowerBound < node || Int(page.nodes[node].end) < $0.upperBound } ?? false
            if isPart || isOneOfSeveral(node, page, masses) { holder = parent }
            node = parent
        }
        return holder
    }

    /// The nodes from the first to the last of the posts that a page states by type; nil if it states fewer than two.
    ///
    /// Source: schema.org, types Question, Answer and DiscussionForumPosting, read 2026-11-30. Comment is no such type:
    /// it is given to what readers wrote under an article.
    private static func stated(_ page: PageReading, _ masses: [Int32]) -> Range<Int>? {
        var (first, last, count) = (Int.max, 0, 0)
        for node in page.microdata where masses[Int(node)] > 0 {
            guard let value = page.attribute(.itemtype, of: Int(node)), isType(page.trimmed(value), page) else {
                continue
            }
            first = min(first, Int(node))
            last = max(last, Int(page.nodes[Int(node)].end))
            count += 1
        }
        return count >= 2 ? first..<last : nil
    }

    private static func isType(_ value: Range<Int>, _ page: PageReading) -> Bool {
        guard let slash = page.bytes(value).lastIndex(of: UInt8(ascii: "/")) else { return false }
        let name = slash + 1..<value.upperBound
        return page.equals(name, ignoringCase: "question") || page.equals(name, ignoringCase: "answer")
            || page.equals(name, ignoringCase: "discussionforumposting")
    }

    /// Whether an element stands beside others that have text and are named like it: one whose `id` differs by its number
    /// only, or two of the same classes.
    private static func isOneOfSeveral(_ node: Int, _ page: PageReading, _ masses: [Int32]) -> Bool {
        let (stem, classes) = (stem(of: node, page), names(of: node, page))
        guard stem != nil || classes != nil else { return false }
        let parent = Int(page.nodes[node].parent)
        var (child, alike) = (parent + 1, 0)
        while child < Int(page.nodes[parent].end) {
            if child != node, masses[child] > 0, page.nodes[child].tag == page.nodes[node].tag {
                if let stem, isSame(stem, self.stem(of: child, page), page) { return true }
                if let classes, isSame(classes, names(of: child, page), page) { alike += 1 }
                if alike >= ExtractionThresholds.othersOfAClass { return true }
            }
            child = max(Int(page.nodes[child].end), child + 1)
        }
        return false
    }

    private static func isSame(_ one: Range<Int>, _ other: Range<Int>?, _ page: PageReading) -> Bool {
        other.map { page.bytes($0).elementsEqual(page.bytes(one)) } ?? false
    }

    /// The classes of an element; nil if it has none, unless it is an article: cards that lead to others have a class.
    private static func names(of node: Int, _ page: PageReading) -> Range<Int>? {
        let names = page.attribute(.class, of: node).map(page.trimmed) ?? 0..<0
        return names.isEmpty && page.nodes[node].tag != .article ? nil : names
    }

    /// The `id` of an element without the number at its end; nil if it has none there.
    private static func stem(of node: Int, _ page: PageReading) -> Range<Int>? {
        guard page.nodes[node].kind == .element, let id = page.attribute(.id, of: node) else { return nil }
        let digits = page.bytes(id).reversed().prefix { $0 &- 0x30 < 10 }.count
        return digits > 0 ? id.lowerBound..<id.upperBound - digits : nil
    }
}
