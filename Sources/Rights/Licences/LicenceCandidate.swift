public import Provenance

/// One statement of a licence, where it stands and whom it speaks for.
public struct LicenceCandidate: Hashable, Sendable {
    /// How the statement is made.
    public enum Carrier: String, Hashable, Sendable {
        case header
        case link = "link[rel=license]"
        case anchor = "a[rel=license]"
        case area = "area[rel=license]"
        /// A link to a licence without `rel`.
        case bareAnchor = "a"
        case meta
        case rdfa
        case microdata
        case jsonLD = "json-ld"
        /// RDF in an HTML comment, as Creative Commons asked for from 2003 to 2008.
        case comment = "rdf-comment"
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

        public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
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
    /// Whether the subject is the page or its text, by whatever name.
    public var isDocument: Bool
    public var inHead = false
    public var inFooter = false
    /// Why it does not speak for the page; empty if it does.
    public var dropped = ""
    public var notes: [String] = []
    let reading: CreativeCommonsURL

    init(_ url: String, carrier: Carrier, node: Int, quote: Quote, rank: Rank) {
        self.url = url
        self.carrier = carrier
        self.node = node
        self.quote = quote
        self.rank = rank
        isDocument = true
        reading = CreativeCommonsURL.read(url)
    }

    /// The licence of Creative Commons it names; nil if it names none that exists.
    public var tool: CreativeCommons? { if case .tool(let tool) = reading { tool } else { nil } }

    /// The licence in one form; `cc-unknown-version` and `unknown` where it cannot be told.
    public var reference: LicenceReference {
        switch reading {
        case .tool(let tool): tool.reference
        case .unknown: LicenceReference(id: "cc-unknown-version", url: url, version: "", jurisdiction: "")
        case .wrapper(let name):
            LicenceReference(id: "wrapper-" + ByteText.lowercased(name), url: url, version: "", jurisdiction: "")
        case .otherPage, .otherHost: LicenceReference(id: "unknown", url: url, version: "", jurisdiction: "")
        }
    }

    /// The statement as a signal.
    var signal: Signal {
        Signal(
            carrier.source, carrier: carrier.signal,
            scope: isDocument && dropped.isEmpty ? .document : .asset, subject: subject == "document" ? "" : subject,
            category: .licence,
            value: tool == nil ? .unknown : .allow, conditions: [tool?.url ?? url], quote: quote, notes: notes,
            dropped: dropped)
    }
}
