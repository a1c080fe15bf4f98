internal import Embedded
internal import Markup
internal import Provenance

/// One XMP packet and where it stands, for readers that quote it.
struct XMPPacket {
    let xmp: XMP
    let part: EmbeddedParts.Part

    init(_ part: EmbeddedParts.Part) { self.init(XMP(part.bytes), part) }

    private init(_ xmp: XMP, _ part: EmbeddedParts.Part) { (self.xmp, self.part) = (xmp, part) }

    /// A packet that is a document of its own, read already.
    ///
    /// - Returns: Nil if the document is no packet: RDF without a property of XMP's own is read as any RDF.
    init?(document: XMLReading) {
        let xmp = XMP(document)
        let isPacket =
            document.root?.name == XMLName("xmpmeta", in: "adobe:ns:meta/")
            || xmp.properties.contains { XMPNames.own.contains($0.name.namespace) }
        guard isPacket else { return nil }
        self.init(xmp, EmbeddedParts.Part(bytes: document.source, offset: 0, isVerbatim: true, place: "document"))
    }

    /// What signals say of the place of the packet.
    var notes: [String] { part.isVerbatim ? [part.place] : [part.place, "unpacked from offset \(part.offset)"] }

    /// What places in the packet count in.
    var space: Quote.Space {
        guard part.isVerbatim else { return .none }
        return xmp.reading.space == .payload ? .payload : .utf8
    }

    /// Bytes before the packet in that space.
    var shift: Int { space == .payload ? part.offset : 0 }

    /// The element a property stands in or on.
    func quote(_ property: XMP.Property) -> Quote { quote(element: property.element) }

    func quote(element index: Int) -> Quote {
        guard xmp.reading.elements.indices.contains(index) else { return .nothing }
        let start = xmp.reading.elements[index].offset
        let bytes = xmp.reading.source[start..<max(start, end(of: index))]
        return Quote(bytes, in: space, at: part.isVerbatim ? shift + start : -1)
    }

    /// The end of what an element holds: the end tag of its last element, or its own.
    private func end(of index: Int) -> Int {
        let source = xmp.reading.source
        let last = xmp.reading.elements[index].end - 1
        let from = xmp.reading.elements[max(index, last)].tagEnd
        // An element with attributes alone needs no end tag.
        if source[..<from].hasSuffix("/>") { return from }
        let limit = min(source.count, from + Quote.limit)
        guard let close = source[from..<limit].firstIndex(of: UInt8(ascii: ">")) else { return limit }
        return close + 1
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
