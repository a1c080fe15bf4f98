internal import Markup

/// Takes the package documents out of an EPUB.
///
/// Source: EPUB 3.3, section 4.2.6.3.1 (`META-INF/container.xml`), read 2026-11-24.
enum EPUBPackages {
    private static let container = "META-INF/container.xml"
    private static let namespace = "urn:oasis:names:tc:opendocument:xmlns:container"

    static func read(_ view: ByteView, into parts: inout EmbeddedParts) {
        let directory = ZIPDirectory(view)
        if !directory.trouble.isEmpty { parts.fail(directory.trouble) }
        if directory["META-INF/encryption.xml"] != nil { parts.note("the EPUB encrypts some of its files") }
        guard let file = take(container, directory, &parts) else { return }
        let reading = XMLReader.read(file.bytes)
        if reading.fault != nil { parts.fail("\(container) cannot be read") }
        let roots = reading.elements.filter { $0.name.local == "rootfile" && $0.name.namespace == namespace }
        let paths = roots.compactMap { $0["full-path"] }
        if paths.isEmpty { parts.fail("\(container) names no package document") }
        var seen: Set<String> = []
        for path in paths where seen.insert(path).inserted {
            guard parts.packages.count < EmbeddedLimits.parts else { return parts.fail("too many package documents") }
            if let part = take(path, directory, &parts) { parts.packages.append(part) }
        }
    }

    private static func take(
        _ path: String, _ directory: ZIPDirectory, _ parts: inout EmbeddedParts
    ) -> EmbeddedParts.Part? {
        guard let entry = directory[path] else {
            parts.fail("the EPUB has no \(path.prefix(80))")
            return nil
        }
        if entry.isEncrypted { parts.isEncrypted = true }
        guard let bytes = directory.bytes(of: entry, limit: EmbeddedLimits.package) else {
            parts.fail("\(path.prefix(80)) cannot be unpacked")
            return nil
        }
        return EmbeddedParts.Part(
            bytes: bytes, offset: entry.offset, isVerbatim: false, place: String(path.prefix(200)))
    }
}
