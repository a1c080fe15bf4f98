import Canonical

/// Small files of each kind, built by hand.
enum FileFixtures {
    static func packet(_ properties: String) -> [UInt8] {
        Array(
            ("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:plus=\"http://ns.useplus.org/ldf/xmp/1.0/\" "
                + properties + "/></rdf:RDF></x:xmpmeta>").utf8)
    }

    static let refusal = packet("plus:DataMining=\"DMI-PROHIBITED\"")

    static func big(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    static func little(_ number: Int, _ width: Int) -> [UInt8] { big(number, width).reversed() }

    // JPEG

    static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] { [0xFF, marker] + big(data.count + 2, 2) + data }

    static func xmpSegment(_ xmp: [UInt8]) -> [UInt8] {
        segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + xmp)
    }

    static func extendedSegment(_ name: String, _ whole: [UInt8], _ range: Range<Int>) -> [UInt8] {
        segment(
            0xE1,
            Array("http://ns.adobe.com/xmp/extension/\0".utf8) + Array(name.utf8) + big(whole.count, 4)
                + big(range.lowerBound, 4) + whole[range])
    }

    static func boxSegment(_ number: Int, _ box: [UInt8], _ range: Range<Int>) -> [UInt8] {
        let head = number == 1 ? [] : Array(box.prefix(8))
        return segment(0xEB, Array("JP".utf8) + big(1, 2) + big(number, 4) + head + box[range])
    }

    static func jpeg(_ segments: [[UInt8]]) -> [UInt8] {
        [0xFF, 0xD8] + segments.joined() + segment(0xDA, [0]) + [1, 2, 3, 0xFF, 0xD9]
    }

    // PNG

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        big(data.count, 4) + Array(type.utf8) + data + [0, 0, 0, 0]
    }

    static func png(_ chunks: [[UInt8]]) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", Array(repeating: 0, count: 13))
            + chunks.joined() + chunk("IEND", [])
    }

    static func text(_ xmp: [UInt8], isPacked: Bool = false) -> [UInt8] {
        let head = Array("XML:com.adobe.xmp\0".utf8) + [isPacked ? 1 : 0, 0, 0, 0]
        return chunk("iTXt", head + (isPacked ? zlib(xmp) : xmp))
    }

    /// Deflate blocks that are stored, in zlib's wrapper.
    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        [0x78, 0x01] + stored(bytes) + big(adler(bytes), 4)
    }

    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        [1] + little(bytes.count, 2) + little(~bytes.count & 0xFFFF, 2) + bytes
    }

    private static func adler(_ bytes: [UInt8]) -> Int {
        var (low, high) = (1, 0)
        for byte in bytes {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    // WebP

    static func webp(_ chunks: [(String, [UInt8])]) -> [UInt8] {
        var body = Array("WEBP".utf8)
        for (name, data) in chunks {
            body += Array(name.utf8)
            body += little(data.count, 4)
            body += data
            if data.count % 2 == 1 { body.append(0) }
        }
        return Array("RIFF".utf8) + little(body.count, 4) + body
    }

    // ZIP

    static func zip(_ entries: [(name: String, data: [UInt8], isPacked: Bool)], flags: Int = 0) -> [UInt8] {
        var (out, directory): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            let data = entry.isPacked ? stored(entry.data) : entry.data
            let name = Array(entry.name.utf8)
            var common: [UInt8] = little(20, 2)
            common += little(flags, 2)
            common += little(entry.isPacked ? 8 : 0, 2)
            common += little(0, 8)
            common += little(data.count, 4)
            common += little(entry.data.count, 4)
            common += little(name.count, 2)
            common += little(0, 2)
            directory += [0x50, 0x4B, 1, 2]
            directory += little(20, 2)
            directory += common
            directory += little(0, 10)
            directory += little(out.count, 4)
            directory += name
            out += [0x50, 0x4B, 3, 4]
            out += common
            out += name
            out += data
        }
        let start = out.count
        out += directory
        out += [0x50, 0x4B, 5, 6]
        out += little(0, 4)
        out += little(entries.count, 2)
        out += little(entries.count, 2)
        out += little(directory.count, 4)
        out += little(start, 4)
        return out + little(0, 2)
    }

    static func epub(_ package: String, flags: Int = 0) -> [UInt8] {
        let container =
            "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
            + "<rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>"
        return zip(
            [
                ("mimetype", Array("application/epub+zip".utf8), false),
                ("META-INF/container.xml", Array(container.utf8), true), ("OPS/book.opf", Array(package.utf8), true),
            ], flags: flags)
    }

    // PDF

    static func stream(_ dictionary: String, _ data: [UInt8]) -> [UInt8] {
        Array("<< \(dictionary) /Length \(data.count) >>\nstream\n".utf8) + data + Array("\nendstream\n".utf8)
    }

    static func object(_ number: Int, _ value: [UInt8]) -> [UInt8] {
        Array("\(number) 0 obj\n".utf8) + value + Array("\nendobj\n".utf8)
    }

    static func object(_ number: Int, _ value: String) -> [UInt8] { object(number, Array(value.utf8)) }

    static func pdf(_ objects: [[UInt8]], trailer: String = "/Root 1 0 R") -> [UInt8] {
        Array("%PDF-1.7\n".utf8) + objects.joined()
            + Array("trailer\n<< \(trailer) >>\nstartxref\n0\n%%EOF\n".utf8)
    }

    static func pdf(metadata: [UInt8]) -> [UInt8] {
        pdf([
            object(1, "<< /Type /Catalog /Metadata 2 0 R >>"),
            object(2, stream("/Type /Metadata /Subtype /XML", metadata)),
        ])
    }

    // JUMBF and CBOR

    static func box(_ type: String, _ data: [UInt8]) -> [UInt8] { big(data.count + 8, 4) + Array(type.utf8) + data }

    static func superbox(_ kind: String, _ label: String, _ contents: [UInt8]) -> [UInt8] {
        let uuid = Array(kind.utf8) + [0, 0x11, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
        return box("jumb", box("jumd", uuid + [3] + Array(label.utf8) + [0]) + contents)
    }

    static let store = superbox("c2pa", "c2pa", superbox("c2ma", "urn:uuid:1", superbox("c2as", "c2pa.assertions", [])))
}
