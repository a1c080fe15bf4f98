internal import Canonical
internal import Markup
internal import Provenance
internal import WebAddress

/// An XML document as its readers get it, with where it came from and when.
struct XMLInput {
    let xml: XMLReading
    let url: CanonicalURL
    /// When the bytes were taken: licences with dates are judged by it.
    let at: Timestamp
    let licences: LicenceCatalogue
    /// What offsets count in; `none` for a file inside a container.
    let space: Quote.Space
    /// Bytes that stand before the document in that space.
    let shift: Int
    /// By element, where it states a base of its own.
    private let bases: [Int: WebURL]
    /// Bytes of a base or reference that are looked at: no address of a web page is longer.
    private static let longest = 8192

    init(
        _ xml: XMLReading, url: CanonicalURL, at: Timestamp, licences: LicenceCatalogue, space: Quote.Space? = nil,
        shift: Int = 0
    ) {
        self.xml = xml
        self.url = url
        self.at = at
        self.licences = licences
        self.space = space ?? (xml.space == .payload ? .payload : .utf8)
        self.shift = shift
        bases = Self.bases(xml, url.url)
    }

    func element(_ index: Int) -> XMLReading.Element { xml.elements[index] }

    /// The index of the parent; nil for the root.
    func parent(_ index: Int) -> Int? {
        let parent = xml.elements[index].parent
        return parent >= 0 ? parent : nil
    }

    /// The character data of an element and of those inside it, trimmed; of a long one, the first part.
    ///
    /// - Parameter others: Namespaces whose elements are left out.
    func text(_ index: Int, without others: Set<String> = []) -> String {
        var out: [UInt8] = []
        for at in index..<min(xml.elements[index].end, index + 1024) where out.count < 65_536 {
            if !others.isEmpty, others.contains(xml.elements[at].name.namespace) { continue }
            let text = xml.elements[at].text
            guard !text.isEmpty else { continue }
            if !out.isEmpty { out.append(0x20) }
            out += text.utf8.prefix(65_536)
        }
        return ByteText.string(ByteText.trimmed(out[...]))
    }

    /// The trimmed text of the first child of a name; nil if there is none or it is empty.
    func childText(_ name: XMLName, of index: Int) -> String? {
        let found = xml.children(of: index, named: name).lazy.map { text($0) }.first { !$0.isEmpty }
        return found
    }

    /// The attribute of RDF; sloppy documents forget to declare its prefix, which leaves the bare name.
    func rdf(_ local: String, of index: Int) -> String? {
        let element = xml.elements[index]
        return element[XMLName(local, in: XMLNamespace.rdf)] ?? element[XMLName(local)]
    }

    /// An element with its text, from the first byte of its start tag; of one with elements inside, the start alone.
    func quote(_ index: Int) -> Quote {
        let (start, tagEnd) = (xml.elements[index].offset, xml.elements[index].tagEnd)
        guard start >= 0, start < xml.source.count else { return Quote(text(index), in: space, at: -1) }
        var end = tagEnd
        let isEmpty = tagEnd >= 2 && xml.source[tagEnd - 2] == UInt8(ascii: "/")
        let limit = min(xml.source.count, start + Quote.limit)
        if !isEmpty {
            while end < limit, !(xml.source[end] == UInt8(ascii: "<") && isClosing(end)) { end += 1 }
            while end < limit, xml.source[end] != UInt8(ascii: ">") { end += 1 }
            end = min(end + 1, xml.source.count)
        }
        return Quote(xml.source[start..<max(end, start)], in: space, at: space == .none ? -1 : start + shift)
    }

    private func isClosing(_ at: Int) -> Bool {
        at + 1 < xml.source.count && xml.source[at + 1] == UInt8(ascii: "/")
    }

    /// An absolute URL; nil if the reference is none.
    func resolve(_ reference: String, at index: Int) -> String? {
        guard reference.utf8.count <= Self.longest else { return nil }
        return PageInput.parse(ByteText.trimmed(reference), base: base(of: index))?.href
    }

    /// Whether a reference names the document itself, its fragment aside.
    func isThisDocument(_ reference: String, at index: Int) -> Bool {
        guard reference.utf8.count <= Self.longest else { return false }
        return PageInput.parse(ByteText.trimmed(reference), base: base(of: index))?.canonical == url
    }

    private func base(of index: Int) -> WebURL {
        guard !bases.isEmpty else { return url.url }
        var at = index
        while at >= 0 {
            if let base = bases[at] { return base }
            at = xml.elements[at].parent
        }
        return url.url
    }

    /// What references in an element resolve against (XML Base, section 4). Elements stand behind those round them.
    private static func bases(_ xml: XMLReading, _ url: WebURL) -> [Int: WebURL] {
        var found: [Int: WebURL] = [:]
        for index in xml.elements.indices where !xml.elements[index].attributes.isEmpty {
            guard let text = xml.elements[index][XMLNamespace.base] else { continue }
            var outer = xml.elements[index].parent
            while outer >= 0, found[outer] == nil { outer = xml.elements[outer].parent }
            // A base that is no URL names no place: what is relative to it must not come out as this document.
            let base =
                text.utf8.count > longest ? nil : PageInput.parse(ByteText.trimmed(text), base: found[outer] ?? url)
            found[index] = base ?? nowhere ?? url
        }
        return found
    }

    private static let nowhere = PageInput.parse("https://invalid.invalid/", base: nil)
}
