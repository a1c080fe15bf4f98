internal import Canonical
internal import Embedded
internal import Markup
internal import Provenance
internal import Rights

/// Files that are no text: what stands in them, and what it says.
enum EmbeddedTargets {
    static let all: [FuzzTarget] = [
        file("embedded-jpeg", "image/jpeg", before: [0xFF, 0xD8]),
        file("embedded-png", "image/png", before: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        file("embedded-webp", "image/webp", before: Array("RIFF\0\0\u{10}\0WEBP".utf8)),
        file("embedded-pdf", "application/pdf", before: Array("%PDF-1.7\n".utf8)),
        file("embedded-epub", "application/epub+zip", before: Array("PK\u{3}\u{4}".utf8)),
        file("embedded-media", "", before: []), file("xmp", "application/xmp+xml", before: []),
        FuzzTarget(name: "xmp-properties") { bytes in read(packet(bytes), "application/xmp+xml") },
        .choice("c2pa", [{ store($0) }, { store(manifest($0)) }, { store(assertion($0)) }, { json($0) }]),
        refusalStands,
    ]

    private static func file(_ name: String, _ mediaType: String, before: [UInt8]) -> FuzzTarget {
        FuzzTarget(name: name) { bytes in read(before + bytes, mediaType) }
    }

    @discardableResult private static func read(_ body: [UInt8], _ mediaType: String) -> RightsReading {
        Bench.shared.reader.read(
            Bench.shared.response(), embedded: EmbeddedParts.find(in: body, mediaType: mediaType),
            site: SiteEvidence(atFetch: nil, atUse: nil))
    }

    private static func packet(_ properties: [UInt8]) -> [UInt8] {
        let head =
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
            + "xmlns:p='http://ns.useplus.org/ldf/xmp/1.0/' xmlns:m='http://ns.adobe.com/xap/1.0/rights/' "
            + "xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:t='http://www.w3.org/ns/tdmrep/'><r:Description>"
        return Array(head.utf8) + properties + Array("</r:Description></r:RDF></x:xmpmeta>".utf8)
    }

    private static func box(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let length = data.count + 8
        return (0..<4).reversed().map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(type.utf8) + data
    }

    private static func superbox(_ kind: String, _ label: String, _ contents: [UInt8]) -> [UInt8] {
        let type = Array(kind.utf8) + Array(repeating: 0, count: 12)
        return box("jumb", box("jumd", type + [3] + Array(label.utf8) + [0]) + contents)
    }

    private static func manifest(_ contents: [UInt8]) -> [UInt8] {
        superbox("c2pa", "c2pa", superbox("c2ma", "urn:a", contents))
    }

    private static func assertion(_ cbor: [UInt8]) -> [UInt8] {
        manifest(
            superbox("c2as", "c2pa.assertions", superbox("cbor", "cawg.training-mining", box("cbor", cbor))))
    }

    private static func store(_ bytes: [UInt8]) { read(bytes, "application/c2pa") }

    private static func json(_ bytes: [UInt8]) {
        do throws(JSONError) { _ = C2PAStore(json: try JSONReader.read(bytes)).assertions } catch { return }
    }

    /// What follows a refusal in a picture never takes it back.
    private static let refusalStands = FuzzTarget(name: "embedded-refusal-stands") { bytes in
        let xmp =
            Array("http://ns.adobe.com/xap/1.0/\0".utf8)
            + packet(Array("<p:DataMining>DMI-PROHIBITED</p:DataMining>".utf8))
        let length = xmp.count + 2
        let head: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)]
        let reading = read(head + xmp + bytes, "image/jpeg")
        let isDenied = reading.signals.contains { $0.source == .embeddedXMP && $0.value == .deny && $0.isTaken }
        precondition(isDenied, "a refusal was lost")
    }
}
