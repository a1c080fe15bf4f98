public import Markup
public import Provenance
public import WebAddress

/// Reads RSL that stands inside another file: an item of a feed, an XMP packet, the metadata of a book.
///
/// Source: RSL 1.0, sections 4.7 and 4.8.
public enum RSLEmbedded {
    /// Statements of one file that are kept.
    private static let limit = 64

    /// Adds what all RSL in a file says, and the state of ``RightsProtocol/rslEmbedded``.
    ///
    /// May be called once for each packet of a capture: a state found by one is not lost by the next. A refusal counts
    /// wherever it stands; what frees a part frees no more than the part.
    ///
    /// - Parameters:
    ///   - grantsNothing: Why it may refuse and not grant; empty if it may do both.
    ///   - isDocument: Whether what stands in an element, told by its index, is said of the capture itself.
    static func read(
        _ xml: XMLReading, carrier: String, url: CanonicalURL, space: Quote.Space, shift: Int = 0,
        grantsNothing: String = "", isDocument: (Int) -> Bool, into draft: inout ReadingDraft
    ) {
        var kept: [Signal] = []
        var seen: Set<[String]> = []
        for index in RSLDiscovery.elements(in: xml) {
            let isOwn = isDocument(index)
            let found = signals(
                in: xml, at: index, carrier: carrier, scope: isOwn ? .document : .asset, grantsNothing: grantsNothing,
                url: url, space: space, shift: shift)
            for signal in found {
                let isTaken = isOwn || signal.value == .deny
                let key = [signal.category.rawValue, signal.value.rawValue, isOwn ? "own" : ""] + signal.conditions
                guard seen.insert(key).inserted else { continue }
                kept.append(isTaken ? signal.of(.document) : signal.dropped("subject is another resource"))
            }
        }
        if kept.count > limit {
            let origin = RSLStatement.Origin(source: .rslEmbedded, carrier: carrier, scope: .document)
            kept =
                kept.filter { $0.value == .deny }.prefix(limit)
                + [origin.advertised(.unknown, "too-many-documents", quote: .nothing)]
        }
        draft.signals += kept
        settle(isWhole: xml.fault == nil, &draft)
    }

    private static func settle(isWhole: Bool, _ draft: inout ReadingDraft) {
        let state = ReadingDraft.state(of: draft.signals.filter { $0.source == .rslEmbedded })
        let isRefused = draft.signals.contains { $0.source == .rslEmbedded && $0.isTaken && $0.value == .deny }
        let isLost = draft.use[.rslEmbedded] == .unreadable || (!isWhole && state == .absent)
        draft.set(.rslEmbedded, isLost && !isRefused ? .unreadable : state)
    }

    /// What an `rsl` or `content` element says of the thing it stands in.
    ///
    /// Of a document with faults a refusal is believed and nothing else, since what is missing may be one.
    ///
    /// - Parameters:
    ///   - index: One of ``RSLDiscovery/elements(in:)``.
    ///   - carrier: `rss`, `xmp`, `epub` …
    ///   - scope: What the element speaks for.
    ///   - dropped: Why it does not speak for the document; empty if it does.
    ///   - grantsNothing: Why it may refuse and not grant; empty if it may do both.
    ///   - url: Of the thing.
    ///   - space: What the XML's offsets count in, `shift` bytes after its start.
    public static func signals(
        in xml: XMLReading, at index: Int, carrier: String, scope: SignalScope, dropped: String = "",
        grantsNothing: String = "", url: CanonicalURL, space: Quote.Space, shift: Int = 0
    ) -> [Signal] {
        var origin = RSLStatement.Origin(source: .rslEmbedded, carrier: carrier, scope: scope, dropped: dropped)
        origin.grantsNothing = grantsNothing
        let quote = Quote(xml.tag(of: index), in: space, at: shift + xml.elements[index].offset)
        do throws(RSLFault) {
            let document = try document(in: xml, at: index)
            origin.subject = document.contents[0].url
            let found = RSLStatement(
                document: document, url: url, association: .embedded, origin: origin, space: space, shift: shift
            ).signals()
            guard xml.fault != nil else { return found }
            let refusals = found.filter { $0.value == .deny }
            if refusals.contains(where: { $0.category == .train }) { return refusals }
            return [origin.advertised(.invalid, "unreadable: broken XML", quote: quote)] + refusals
        } catch {
            return [origin.advertised(.invalid, "unreadable: " + error.reason, quote: quote)]
        }
    }

    /// The document that stands at an element, which has exactly one content.
    public static func document(in xml: XMLReading, at index: Int) throws(RSLFault) -> RSLDocument {
        let name = xml.elements[index].name
        guard name.namespace == RSLDocument.namespace, name.local == "rsl" || name.local == "content" else {
            throw RSLFault("`\(name.local)` stands alone", at: xml.elements[index].offset)
        }
        let document = try RSLParser.tree(xml, at: index)
        guard document.contents.count == 1 else { throw RSLFault("not exactly one content") }
        return document
    }
}
