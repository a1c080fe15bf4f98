public import Provenance

/// One statement of a licence, where it stands and whom it speaks for.
public struct LicenceCandidate: Hashable, Sendable {
    /// How the statement is made.
    public enum Carrier: String, Hashable, Sendable {
        case header
        case link = "link[rel=license]"
        case anchor = "a[rel=license]"
        case area = "area[rel=license]"
        case form = "form[rel=license]"
        /// A link to a licence without `rel`.
        case bareAnchor = "a"
        case meta
        case rdfa
        case microdata
        case jsonLD = "json-ld"
        /// RDF in an HTML comment, as Creative Commons asked for from 2003 to 2008.
        case comment = "rdf-comment"
        /// The name of a licence in running text.
        case text
        /// The badge of a licence, without a link.
        case badge
        /// In metadata inside the file.
        case xmp
        // What stands in XML that is no page.
        case rss, rss1, atom, mrss, jats, ali, sitemap, opf
        case oaiPMH = "oai-pmh"
        case rdfXML = "rdf-xml"
        /// Dublin Core in any other XML.
        case dublinCore = "dc"

        /// The protocol its statements belong to.
        var source: RightsProtocol {
            switch self {
            case .header: .licenceHeader
            case .rss, .rss1, .atom, .mrss, .jats, .ali, .sitemap, .opf, .oaiPMH, .rdfXML, .dublinCore: .licenceFeed
            case .xmp: .embeddedXMP
            default: .licencePage
            }
        }

        /// The name in signals.
        var signal: String {
            switch self {
            case .link: "link"
            case .anchor, .area, .bareAnchor: "a"
            case .form: "form"
            default: rawValue
            }
        }
    }

    /// Which statement is heard first.
    public enum Rank: Int, Hashable, Sendable, Comparable {
        /// In the head, a header or structured data, about the page itself.
        case declared = 1
        /// `rel=license` in the footer.
        case footer
        /// `rel=license` elsewhere.
        case body
        /// A link with words of grant round it.
        case words
        /// A name in running text with words of grant round it.
        case phrase
        /// A badge without a link.
        case badge

        public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    /// What kind of thing it speaks of.
    public enum Subject: String, Hashable, Sendable {
        case page
        /// A part of the page that is not its own text: a quotation, a comment, an item of a list.
        case part
        case figure
        /// Something the page uses: a photo, a font, a theme, a plug-in, software.
        case asset
        case otherResource = "other-resource"
        /// The page speaks about licences, not under one.
        case none
    }

    /// As resolved against the page; what is no URL as written.
    public let url: String
    public var carrier: Carrier
    /// Of the page reading; -1 for a header.
    public let node: Int
    public let quote: Quote
    public var rank: Rank
    /// `document`, or the URL or type of what it speaks of.
    public var subject = "document"
    public private(set) var kind = Subject.page
    /// Whether the subject is the page or its text, by whatever name.
    public var isDocument: Bool
    public var inHead = false
    public var inFooter = false
    /// Why it does not speak for the page; empty if it does.
    public private(set) var dropped = ""
    /// Whether it names a licence and its name means something else: a notice of the holder, the licence of the data alone.
    public var isNoStatement: Bool { dropped == MetaLicences.notice || dropped == LinkLicences.otherUse }
    public var notes: [String] = []
    /// It is not shown, stands beside the text, or in a block that could not be read: it licenses nothing, and may be right,
    /// so that a stricter one counts against the others.
    var isDoubtful = false
    var named: NamedLicence

    init(
        _ url: String, named: NamedLicence, carrier: Carrier, node: Int, quote: Quote, rank: Rank
    ) {
        self.url = url
        self.carrier = carrier
        self.node = node
        self.quote = quote
        self.rank = rank
        isDocument = true
        self.named = named
    }

    /// Takes it from the page, for the first reason given.
    mutating func drop(_ kind: Subject, _ reason: String) {
        guard dropped.isEmpty else { return }
        (self.kind, dropped) = (kind, reason)
    }

    /// Takes it from the page as one of a thing of these types, which is not the page.
    mutating func dropAsThing(of types: [String]) {
        isDocument = false
        if let type = types.first(where: { !WorkType.text.contains($0) }) {
            drop(WorkType.kind(type), "subject is " + type)
        } else {
            drop(.otherResource, "subject is another resource")
        }
    }

    /// Takes it from the page as one that is not trusted; it still counts where it asks for more than the others.
    mutating func doubt(_ reason: String, _ kind: Subject = .none) {
        guard dropped.isEmpty else { return }
        drop(kind, reason)
        isDoubtful = true
    }

    /// Leaves doubt for what data say of the work: that it is another thing, or not for everybody. Nil says nothing.
    mutating func doubt(described fault: String?) {
        if let fault { doubt("another thing or not for everybody: " + fault, .asset) }
    }

    /// Leaves doubt for what stands beside the licence in the value that names it. Nil is nothing.
    mutating func doubt(worded fault: String?) {
        if let fault { doubt("more than a licence: " + fault, .asset) }
    }

    /// The licence of Creative Commons it names; nil if it names none that exists.
    public var tool: CreativeCommons? { named.tool }

    /// The entry of the licence table it names; nil if it names none.
    public var entry: LicenceEntry? { named.entry }

    /// Whether it leads somewhere that was not read, where anything may stand; a mere name does not.
    var isAddress: Bool { carrier != .text && carrier != .badge && !isDoubtful }

    /// The licence in one form; `cc-unknown-version` and `unknown` where it cannot be told.
    public var reference: LicenceReference { named.reference(url) }

    /// The statement as a signal.
    var signal: Signal {
        Signal(
            carrier.source, carrier: carrier.signal,
            scope: isDocument && dropped.isEmpty ? .document : .asset, subject: subject == "document" ? "" : subject,
            category: .licence, value: named.value, conditions: [condition], quote: quote,
            notes: ["subject-kind=" + kind.rawValue] + (place.isEmpty ? [] : ["place=" + place]) + notes,
            dropped: dropped)
    }

    private var place: String { inHead ? "head" : inFooter ? "footer" : node < 0 ? "" : "body" }

    private var condition: String { tool?.url ?? entry.map { $0.url.isEmpty ? $0.id : $0.url } ?? url }
}
