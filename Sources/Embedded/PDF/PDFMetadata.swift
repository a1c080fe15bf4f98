/// Reads the metadata stream of a PDF file's catalogue, and C2PA stores it holds.
///
/// Metadata of pictures and attachments in the file are none of the document's. Source: ISO 32000-2, sections 7.5, 7.7.2
/// and 14.3; C2PA 2.1, section 11.3.2; read 2026-11-24.
enum PDFMetadata {
    static func read(_ view: ByteView, into parts: inout EmbeddedParts) {
        let objects = PDFObjects(view)
        let trailers = trailers(view, objects)
        parts.isEncrypted = trailers.contains { $0["Encrypt"] != nil }
        if parts.isEncrypted { parts.note("the PDF is encrypted") }
        if view.find("%%EOF", from: max(0, view.count - 2048)) == nil { parts.fail("the PDF has no end") }
        if !objects.trouble.isEmpty { parts.fail(objects.trouble) }
        if let fault = readMetadata(objects, trailers, &parts) {
            parts.fail(fault)
            PacketScan.read(view, into: &parts)
        }
        readStores(view, objects, &parts)
    }

    /// The dictionaries that name the catalogue, in the order of updates.
    private static func trailers(_ view: ByteView, _ objects: PDFObjects) -> [PDFValue] {
        let places = view.all("trailer", limit: EmbeddedLimits.entries)
        var found: [(offset: Int, value: PDFValue)] = []
        for (index, place) in places.enumerated() {
            var parser = PDFParser(view, at: place + 7, end: index + 1 < places.count ? places[index + 1] : .max)
            if let value = parser.value() { found.append((place, value)) }
        }
        var seen: Set<Int> = []
        for mark in view.all("/XRef", limit: EmbeddedLimits.entries) {
            guard let stream = objects.dictionary(owning: mark), stream.value["Type"]?.name == "XRef",
                seen.insert(stream.offset).inserted
            else { continue }
            found.append(stream)
        }
        return found.sorted { $0.offset < $1.offset }.map(\.value)
    }

    /// Adds the catalogue's metadata; gives back why it could not be followed, nil if it could.
    private static func readMetadata(
        _ objects: PDFObjects, _ trailers: [PDFValue], _ parts: inout EmbeddedParts
    ) -> String? {
        guard let root = trailers.last(where: { $0["Root"] != nil })?["Root"]?.reference else {
            return "the PDF names no catalogue"
        }
        guard let catalogue = objects[root], catalogue["Type"]?.name == "Catalog" else {
            return "the catalogue of the PDF cannot be read"
        }
        guard let metadata = catalogue["Metadata"] else { return nil }
        guard let number = metadata.reference,
            let stream = objects.stream(number, limit: EmbeddedLimits.packet)
        else { return "the metadata stream of the PDF cannot be found" }
        guard stream.isWhole else { return "the metadata stream of the PDF cannot be unpacked" }
        if parts.isEncrypted, !isPlain(stream.bytes) { return "the metadata stream of the PDF is encrypted" }
        parts.addXMP(
            stream.bytes[...], at: stream.offset, isVerbatim: stream.isVerbatim, place: "Catalog/Metadata",
            limit: EmbeddedLimits.packet)
        return nil
    }

    /// An encrypted file may leave its metadata open.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        let view = ByteView(bytes)
        return view.find(":xmpmeta", from: 0) != nil || view.find(":RDF", from: 0) != nil
    }

    /// A store stands in an embedded file, as it is or packed.
    private static func readStores(_ view: ByteView, _ objects: PDFObjects, _ parts: inout EmbeddedParts) {
        StoreScan.read(view, into: &parts)
        let mark = "C2PA_Manifest"
        var specifications = view.all(mark, limit: EmbeddedLimits.parts).map { objects.dictionary(owning: $0)?.value }
        let isInStream = objects.streams.contains { $0.find(mark, from: 0) != nil }
        guard parts.c2pa.isEmpty, !specifications.isEmpty || isInStream else { return }
        specifications = specifications.filter { $0?["EF"] != nil }
        for specification in specifications {
            let files = objects.resolved(specification?["EF"])
            guard let number = (files?["F"] ?? files?["UF"])?.reference,
                let stream = objects.stream(number, limit: EmbeddedLimits.store), stream.isWhole,
                ByteView(stream.bytes).has(StoreScan.mark, at: StoreScan.markOffset)
            else { continue }
            parts.addStore(
                stream.bytes[...], at: stream.offset, isVerbatim: stream.isVerbatim, place: "embedded file")
        }
        if parts.c2pa.isEmpty { parts.fail("a C2PA store that the PDF names and that cannot be found") }
    }
}
