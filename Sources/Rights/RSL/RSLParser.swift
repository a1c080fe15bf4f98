internal import Markup

/// Reads one RSL tree out of an XML document.
struct RSLParser {
    let xml: XMLReading
    /// Whether lists may hold commas.
    let isDraft: Bool
    var notes: Set<String> = []

    static let limits: XMLLimits = {
        var limits = XMLLimits()
        limits.bytes = 8 << 20
        limits.elements = 200_000
        limits.depth = 64
        return limits
    }()

    /// Bytes of an attribute, name or address that are taken for one.
    static let longest = 2048

    /// A document that stands alone.
    ///
    /// - Parameter charset: As the transport names it; nil if it does not.
    static func read(_ bytes: [UInt8], charset: String?) throws(RSLFault) -> RSLDocument {
        let xml = XMLReader.read(bytes, transportCharset: charset, limits: limits)
        if let fault = xml.fault { throw RSLFault("not well-formed XML", at: fault.offset) }
        guard let root = xml.root, root.name == XMLName("rsl", in: RSLDocument.namespace) else {
            throw RSLFault("no rsl element of RSL's namespace")
        }
        if let offset = doctype(xml.source[..<root.offset]) {
            throw RSLFault("a document type declaration", at: offset)
        }
        return try tree(xml, at: 0)
    }

    /// An `rsl` or `content` element that stands anywhere.
    static func tree(_ xml: XMLReading, at index: Int) throws(RSLFault) -> RSLDocument {
        var parser = RSLParser(xml, at: index)
        try parser.checkStructure(at: index)
        let isWhole = xml.elements[index].name.local == "rsl"
        let age = isWhole ? try parser.maxAge(of: xml.elements[index]) : RSLDocument.defaultMaxAge
        var contents: [RSLContent] = []
        for child in isWhole ? parser.children(of: index, "content") : [index] {
            contents.append(try parser.content(at: child))
        }
        if isWhole, contents.isEmpty, xml.elements[index].end == index + 1 {
            throw RSLFault("an rsl element with nothing in it", at: xml.elements[index].offset)
        }
        return RSLDocument(
            version: parser.isDraft ? .draft : .one, contents: contents, maxAgeDays: age,
            notes: (parser.isDraft ? ["rsl-0.9"] : []) + parser.notes.sorted(), source: xml.source,
            isVerbatim: xml.space == .payload)
    }

    private init(_ xml: XMLReading, at index: Int) {
        self.xml = xml
        isDraft = Self.isDraft(xml, at: index)
    }

    /// Both versions have one namespace; the draft is known by what only it wrote.
    private static func isDraft(_ xml: XMLReading, at index: Int) -> Bool {
        xml.elements[index..<xml.elements[index].end].contains { element in
            guard element.name.namespace == RSLDocument.namespace else { return false }
            switch element.name.local {
            case "permits", "prohibits": return element.text.utf8.contains(UInt8(ascii: ","))
            case "payment": return element["type"] == "inference"
            case "amount": return element["currency"] == "XBT"
            default: return false
            }
        }
    }

    func children(of index: Int, _ local: String) -> [Int] {
        xml.children(of: index, named: XMLName(local, in: RSLDocument.namespace))
    }

    /// The text of a child element without white space at its ends; nil if the child is not there.
    func text(of index: Int, _ local: String) throws(RSLFault) -> String? {
        guard let child = children(of: index, local).first else { return nil }
        let text = ByteText.trimmed(xml.elements[child].text)
        guard text.utf8.count <= Self.longest else { throw fault("`\(local)` is too long", child) }
        return text
    }

    func fault(_ reason: String, _ index: Int) -> RSLFault { RSLFault(reason, at: xml.elements[index].offset) }

    /// From the start tag of an element to the next element after it.
    func place(of index: Int) -> Range<Int> {
        let element = xml.elements[index]
        let end = element.end < xml.elements.count ? xml.elements[element.end].offset : xml.source.count
        return element.offset..<max(element.offset, end)
    }

    private func maxAge(of root: XMLReading.Element) throws(RSLFault) -> Int {
        guard let text = root["max-age"] else { return RSLDocument.defaultMaxAge }
        let isNumber = (1...6).contains(text.utf8.count) && text.utf8.allSatisfy(ByteText.isDigit)
        guard isNumber, let days = Int(text), days > 0 else {
            throw RSLFault("max-age `\(text)` is no number of days", at: root.offset)
        }
        return days
    }

    /// Where a document type declaration stands before the root, comments aside.
    private static func doctype(_ prolog: ArraySlice<UInt8>) -> Int? {
        var at = prolog.startIndex
        while let mark = prolog[at...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = prolog[mark...]
            if ByteText.hasPrefix(rest, "<!doctype") { return mark }
            let isComment = ByteText.hasPrefix(rest, "<!--")
            guard let end = rest.firstRange(of: Array((isComment ? "-->" : ">").utf8)) else { return nil }
            at = end.upperBound
        }
        return nil
    }
}
