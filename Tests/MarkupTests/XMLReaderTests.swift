import Markup
import Testing

@Suite("Reading XML into flat elements (XML 1.0, Namespaces 1.0)")
struct XMLReaderTests {
    @Test("Namespaces are resolved, whatever the prefix")
    func namespaces() {
        let reading = XMLReader.read(
            Array(#"<a xmlns="urn:x" xmlns:q="urn:y" q:k="1" k="2"><q:b/>t<c xmlns=""/></a>"#.utf8))
        #expect(reading.fault == nil)
        #expect(reading.elements.map(\.name) == [XMLName("a", in: "urn:x"), XMLName("b", in: "urn:y"), XMLName("c")])
        #expect(reading.elements[0]["k"] == "2")
        #expect(reading.elements[0][XMLName("k", in: "urn:y")] == "1")
        #expect(reading.elements[0].text == "t")
        #expect(reading.children(of: 0) == [1, 2])
    }

    struct Text: CustomTestStringConvertible {
        let xml: String
        let value: String
        let text: String
        var testDescription: String { xml }
    }

    @Test(
        "Characters are what they stand for, in values and in text",
        arguments: [
            Text(
                xml: #"<a v="1&amp;2&lt;&#x41;&quot;">x&amp;y<![CDATA[<z>&amp;]]></a>"#, value: #"1&2<A""#,
                text: "x&y<z>&amp;"),
            Text(xml: "<a v='&#38;#38;'>ü</a>", value: "&#38;", text: "ü"),
            Text(xml: "<?xml version='1.0' encoding='iso-8859-1'?><a v='q'>k</a>", value: "q", text: "k"),
        ])
    func characters(_ sample: Text) {
        let reading = XMLReader.read(Array(sample.xml.utf8))
        #expect(reading.fault == nil)
        #expect(reading.root?["v"] == sample.value)
        #expect(reading.root?.text == sample.text)
    }

    @Test("Other encodings are read, and offsets then count in UTF-8")
    func encodings() {
        let latin: [UInt8] = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        let reading = XMLReader.read(latin)
        #expect(reading.root?.text == "é")
        #expect(reading.space == .utf8)
        let wide = Array("<a>é</a>".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(XMLReader.read([0xFF, 0xFE] + wide).root?.text == "é")
        #expect(XMLReader.read(wide).root?.text == "é")
    }

    @Test("A start tag is found where it stands")
    func offsets() {
        let text = "<?xml version=\"1.0\"?>\n<a>  <b k='x > y'\n j='1'/><c>t</c></a>"
        let reading = XMLReader.read(Array(text.utf8))
        let tags = reading.elements.indices.map { String(decoding: reading.tag(of: $0), as: UTF8.self) }
        #expect(tags[0] == "<a>")
        #expect(tags[1].hasPrefix("<b k='x >"))
        #expect(tags[2] == "<c>")
        #expect(reading.elements[2].offset == text.utf8.count - "<c>t</c></a>".utf8.count)
    }

    @Test(
        "What is not well formed has a fault, and what could be read is kept",
        arguments: [
            ("<a><b>one</b><c", 3), ("<a><b>&nbsp;x</b><c/></a>", 3), ("<a><b>x & y</b><c/></a>", 3), ("", 0),
            ("no markup", 0), ("<a><b></a>", 2),
        ])
    func faults(_ xml: String, _ elements: Int) {
        let reading = XMLReader.read(Array(xml.utf8))
        #expect(reading.fault != nil)
        #expect(reading.elements.count == elements)
    }

    @Test("Entities that the document declares are not read: nothing after the declaration is")
    func entities() {
        let bomb = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"
        let reading = XMLReader.read(Array(bomb.utf8))
        #expect(reading.fault?.code == .forbiddenDeclaration)
        #expect(reading.elements.isEmpty)
        let outside = "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>x</a>"
        #expect(XMLReader.read(Array(outside.utf8)).root?.text == "x")
    }

    @Test("Limits end the reading and are told")
    func limits() {
        var limits = XMLLimits()
        limits.depth = 8
        let deep = String(repeating: "<a>", count: 1000) + String(repeating: "</a>", count: 1000)
        let reading = XMLReader.read(Array(deep.utf8), limits: limits)
        #expect(reading.fault != nil)
        #expect(reading.elements.count == 8)
        limits = XMLLimits()
        limits.bytes = 10
        #expect(XMLReader.read(Array("<a><b/><c/></a>".utf8), limits: limits).fault != nil)
    }
}
