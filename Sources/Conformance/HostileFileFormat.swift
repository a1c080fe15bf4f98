internal import Canonical
internal import Extraction
internal import Foundation
internal import Markup
internal import Rights

/// A file beside the row that once broke a parser: it must be read, or refused with a typed error, within a second.
struct HostileFileFormat: VectorFormat {
    let name = "hostile files"
    static let limit = Duration.seconds(1)

    func recognises(_ row: JSONValue) -> Bool { row.has("file", "bytes", "expect") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let path = row.folder + "/" + (try row.text("file"))
        guard let data = FileManager.default.contents(atPath: path) else { throw VectorFault("\(path) cannot be read") }
        return Self.read([UInt8](data), within: Self.limit)
    }

    /// The whole way of a page: encoding, markup, blocks and rights; the same bytes as a feed, robots.txt and tdmrep.json too.
    static func read(_ bytes: [UInt8], within limit: Duration) -> VectorOutcome {
        let took = ContinuousClock().measure {
            // A typed error is as right an answer as a reading: only a crash or a hang is wrong.
            do throws(VectorFault) { try readAll(bytes) } catch {}
        }
        return took <= limit ? .passed : .failed(expected: "done within \(limit)", got: "\(took)")
    }

    private static func readAll(_ bytes: [UInt8]) throws(VectorFault) {
        let coded = Base64.encode(bytes)
        let row = VectorRow(value: .fields(["html_b64": .string(coded)]), line: 0, folder: "")
        _ = RobotsFile.parse(bytes).sitemaps
        _ = TDMRepFile.parse(bytes)
        _ = try RightsVectorFormat.rights(xml: bytes)
        _ = try RightsVectorFormat.rights(row)
    }
}
