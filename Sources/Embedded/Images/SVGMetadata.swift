internal import Canonical
internal import Markup

/// An SVG is XML: it is handed on whole, for whoever reads RDF in it; a C2PA store stands in it as base64.
///
/// Source: SVG 2, section 5.9; C2PA 2.1, section 11.3.2 (`c2pa:manifest`); read 2026-11-24.
enum SVGMetadata {
    private static let manifest = XMLName("manifest", in: "http://c2pa.org/manifest")

    static func read(_ view: ByteView, into parts: inout EmbeddedParts) {
        parts.addXMP(view.bytes[...], at: 0, place: "svg", limit: EmbeddedLimits.svg)
        guard view.find("c2pa.org/manifest", from: 0) != nil, view.count <= EmbeddedLimits.svg else { return }
        let reading = XMLReader.read(view.bytes)
        if reading.fault != nil { parts.fail("the SVG cannot be read to its end") }
        for element in reading.elements where element.name == manifest {
            let digits = element.text.filter { !$0.isWhitespace }
            guard let bytes = Base64.decode(digits) else {
                parts.fail("a C2PA store that is no base64")
                continue
            }
            parts.addStore(bytes[...], at: element.offset, isVerbatim: false, place: "c2pa:manifest")
        }
    }
}
