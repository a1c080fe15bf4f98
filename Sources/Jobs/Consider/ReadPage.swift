internal import Canonical
internal import Extraction
internal import Markup
internal import WebAddress

/// A body as text: the page's flat reading where it is HTML, its main text, and how it was decoded.
struct ReadPage {
    let reading: PageReading?
    /// Of XML that is no page and never a document.
    let xml: XMLReading?
    let document: ExtractedDocument?
    let text: [UInt8]
    let title: String
    let language: String
    let encoding: String
    /// What the choice of the encoding rests on; empty if none was chosen.
    let encodingBy: String
    let decoding: TextDecoding
    let space: PageText.Space
    /// The body as UTF-8, which offsets count in and quotes are taken from.
    let source: [UInt8]
    let trouble: String

    /// A body that is never a document here.
    static let nothing = ReadPage(
        reading: nil, document: nil, text: [], title: "", language: "", decoded: nil, space: .payload,
        source: [], trouble: "")

    private init(
        reading: PageReading?, xml: XMLReading? = nil, document: ExtractedDocument?, text: [UInt8], title: String,
        language: String, decoded: PageText?, space: PageText.Space, source: [UInt8], trouble: String
    ) {
        self.reading = reading
        self.xml = xml
        self.document = document
        self.text = text
        self.title = title
        self.language = language
        encoding = decoded?.encoding.rawValue ?? ""
        encodingBy = decoded?.reason.rawValue ?? ""
        decoding = decoded?.decoding ?? .certain
        self.space = space
        self.source = source
        self.trouble = trouble
    }

    init(html body: [UInt8], charset: String?, parser: HTMLParser, extractor: Extractor) {
        let decoded: PageText
        do { decoded = try PageText(payload: body, transportCharset: charset) } catch {
            self = Self.unreadable("the text cannot be decoded: \(error)")
            return
        }
        var reading = parser.read(decoded)
        let document = extractor.read(reading)
        var trouble = reading.complete ? "" : "the page is larger than the reader's limits"
        let fault = Textness.fault(decoded, reading)
        if !fault.isEmpty {
            trouble = fault
            reading.distrust()
        } else if trouble.isEmpty {
            trouble = Textness.fault(guessed: document.text, decoded.reason, language: document.language)
        }
        // What a limit cut off may say anything, so the rest is never a document; neither is what may read otherwise.
        self.init(
            reading: reading, document: document, text: trouble.isEmpty ? document.text : [],
            title: document.title ?? "", language: document.language ?? "", decoded: decoded,
            space: decoded.space, source: decoded.bytes,
            trouble: trouble)
    }

    init(xml: XMLReading) {
        self.init(
            reading: nil, xml: xml, document: nil, text: [], title: "", language: "", decoded: nil, space: xml.space,
            source: [], trouble: xml.fault.map { "the XML cannot be read to its end: \($0)" } ?? "")
    }

    init(plain body: [UInt8], charset: String?) {
        do {
            let decoded = try PageText(payload: body, transportCharset: charset)
            let words = Textness.fault(decoded)
            let trouble = words.isEmpty ? Textness.fault(guessed: decoded.bytes, decoded.reason) : words
            self.init(
                reading: nil, document: nil, text: trouble.isEmpty ? PlainText.tidy(decoded.bytes) : [], title: "",
                language: "", decoded: decoded, space: decoded.space, source: decoded.bytes,
                trouble: trouble)
        } catch {
            self = Self.unreadable("the text cannot be decoded: \(error)")
        }
    }

    private static func unreadable(_ trouble: String) -> ReadPage {
        ReadPage(
            reading: nil, document: nil, text: [], title: "", language: "", decoded: nil, space: .payload,
            source: [], trouble: trouble)
    }

    /// The targets of the page's links, resolved against its base, in document order.
    func links(base url: CanonicalURL) -> [String] {
        guard let reading else { return [] }
        var base = url.url
        if let stated = reading.base {
            do throws(WebURLError) { base = try WebURL(stated, base: url.url) } catch { base = url.url }
        }
        var links: [String] = []
        for node in reading.anchors {
            guard let href = reading.attribute(.href, of: Int(node)) else { continue }
            do throws(WebURLError) {
                if let link = try WebURL(utf8: reading.bytes(href), base: base).canonical { links.append(link.text) }
            } catch {
                // A link nobody can follow leads nowhere.
                continue
            }
        }
        return links
    }
}
