internal import Extraction
internal import Markup
internal import Provenance
internal import WebAddress

/// The text of the places of a page that speak for the site or the work, made ready to be searched.
struct PageProse {
    /// A kind of place. What a page says in several places of one kind is read as one text.
    enum Place: String, CaseIterable {
        case footer, boilerplate, header
        case legalPage = "legal-page"
        case articleStart = "article-start"
        case articleEnd = "article-end"
        /// Text of which it was not found out what part it plays.
        case text

        /// Whether a sentence there must say whose text it speaks of.
        var needsPossessor: Bool {
            switch self {
            case .footer, .boilerplate, .legalPage: false
            case .header, .articleStart, .articleEnd, .text: true
            }
        }

        var scope: SignalScope {
            switch self {
            case .footer, .boilerplate, .header, .legalPage: .site
            case .articleStart, .articleEnd, .text: .work
            }
        }
    }

    struct Text {
        var folded: FoldedText
        /// The text nodes it is made of, in the order they are read.
        var nodes: [Int32] = []

        /// Adds a block as a text of its own, with what it goes on from in the same sentence.
        fileprivate mutating func add(_ block: [Int], _ lead: LeadIn, _ page: PageReading) {
            folded.endBlock()
            for part in lead.before {
                append(part, page)
                folded.goOn()
            }
            append(block, page)
            guard !lead.after.isEmpty else { return }
            folded.goOn()
            append(lead.after, page)
        }

        private mutating func append(_ block: [Int], _ page: PageReading) {
            var before: Int?
            for node in block {
                if let before,
                    page.nodes[before + 1..<max(node, before + 1)].contains(where: { $0.tag == .br && $0.isElement })
                {
                    folded.endLine()
                }
                folded.append(page.buffer, in: page.range(ofText: node))
                nodes.append(Int32(node))
                before = node
            }
        }
    }

    /// Bytes at each end of the main text that are read.
    static let reach = 1500

    private(set) var texts: [Place: Text] = [:]
    /// A block that speaks for the site or the work, and whose words cannot be told; -1 if there is none.
    private(set) var untold = -1
    private let words: UntoldWords
    /// The page states terms.
    let isLegal: Bool
    private let page: PageInput
    private let table: ReservationTable
    /// Made for the first block that may matter.
    private var leads: LeadInFinder?

    init(_ page: PageInput, _ table: ReservationTable) {
        (self.page, self.table) = (page, table)
        isLegal =
            table.isLegal(path: Array(page.url.url.path.utf8)[...])
            || page.page.title.map(table.isLegal(title:)) == true
        words = UntoldWords(page.page.decoding, language: page.page.language)
        let runs = TextRuns(page)
        for run in runs.boilerplate {
            add(run, of: runs, to: run.label == .footer ? .footer : run.isLate ? .boilerplate : .header)
        }
        guard page.blocks != nil else {
            for run in runs.main { add(run, of: runs, to: isLegal ? .legalPage : .text) }
            return
        }
        if isLegal {
            for run in runs.main { add(run, of: runs, to: .legalPage) }
        } else {
            addEnds(of: runs)
        }
    }

    private mutating func addEnds(of all: TextRuns) {
        let runs = all.main
        var (first, last, bytes) = (0, runs.count, 0)
        while last > 0, bytes < Self.reach {
            last -= 1
            bytes += runs[last].bytes
        }
        bytes = 0
        while first < last, bytes < Self.reach {
            bytes += runs[first].bytes
            first += 1
        }
        for run in runs[..<first] { add(run, of: all, to: .articleStart) }
        for run in runs[last...] { add(run, of: all, to: .articleEnd) }
    }

    /// Most text holds no word that could matter, and is neither made alike nor searched.
    private mutating func add(_ run: TextRuns.Run, of all: TextRuns, to place: Place) {
        if !words.isNone, untold < 0 { untold = Self.parts(of: run, page).first(where: isUntold) ?? -1 }
        guard Self.mayMatter(run, page, table.triggers) else { return }
        let finder = leads ?? LeadInFinder(page, all.all, table, isLegal: isLegal)
        leads = finder
        texts[place, default: Text(folded: table.folded())].add(
            Self.parts(of: run, page), finder.leadIn(of: run), page.page)
    }

    private func isUntold(_ node: Int) -> Bool { words.are(in: page.page.buffer[page.page.range(ofText: node)]) }

    private static func mayMatter(_ run: TextRuns.Run, _ page: PageInput, _ triggers: PhraseTriggers) -> Bool {
        page.page.buffer.withUnsafeBufferPointer { buffer in
            var state = 0
            for node in run.nodes where isPart(node, of: run, page) {
                if triggers.stand(in: buffer, page.page.range(ofText: node), &state) { return true }
            }
            return false
        }
    }

    private static func parts(of run: TextRuns.Run, _ page: PageInput) -> [Int] {
        var nodes: [Int] = []
        for node in run.nodes where isPart(node, of: run, page) { nodes.append(node) }
        return nodes
    }

    @inline(__always)
    private static func isPart(_ node: Int, of run: TextRuns.Run, _ page: PageInput) -> Bool {
        let label = page.blocks?.label(of: node) ?? .main
        return label == run.label && TextRuns.isRead(page.page.nodes[node], label)
    }
}
