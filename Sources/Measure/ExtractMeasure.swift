internal import Canonical
internal import Extraction
internal import Foundation
internal import Markup

/// The main text of every page of a folder, for a script that compares it with what people marked.
struct ExtractMeasure {
    /// One JSON object from file name, without `.html`, to text.
    let json: [UInt8]

    /// - Throws: What a page cannot be read for.
    init(folder: String) throws {
        let parser = try HTMLParser()
        let extractor = Extractor()
        var members: [JSONValue.Member] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".html") {
            guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else {
                throw MeasureError("\(name) cannot be read")
            }
            let text = extractor.read(parser.read(try PageText(payload: Array(bytes)))).text
            members.append(.init(String(name.dropLast(5)), .string(String(decoding: text, as: UTF8.self))))
        }
        json = JSONValue.object(members).canonicalBytes
    }
}
