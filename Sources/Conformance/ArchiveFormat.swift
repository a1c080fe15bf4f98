internal import Archive
internal import Canonical

/// An archive beside the row, with what two other readers took from it.
struct ArchiveFormat: VectorFormat {
    let name = "WARC files"

    func recognises(_ row: JSONValue) -> Bool { row.has("file", "warcio", "fastwarc") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let warcio = try row.object("warcio")
        let fastwarc = try row.object("fastwarc")
        let tally = Self.read(row.folder + "/" + (try row.text("file")))
        let agree = Self.isClean(warcio) && Self.isClean(fastwarc) && warcio["records"] == fastwarc["records"]
        if agree { return Self.compare(warcio, tally) }
        if tally.error != nil { return .passed }
        // Where the two differ, reading to the end without an error is right only as one of them did.
        let readers = [warcio, fastwarc].filter(Self.isClean)
        let isKnown = readers.contains { $0["records"] == .integer(Int64(tally.count)) }
        return isKnown ? .passed : .failed(expected: "a typed error, or what one reader took", got: tally.text)
    }

    private static func isClean(_ reader: JSONValue) -> Bool { (reader["error"] ?? .null) == .null }

    private static func compare(_ warcio: JSONValue, _ tally: Tally) -> VectorOutcome {
        if let error = tally.error, tally.count == 0 { return .failed(expected: warcio.display, got: error) }
        let types = JSONValue.object(tally.types.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })
        let wanted = (warcio["first_uris"]?.array ?? []).count
        let got = JSONValue.fields([
            "records": .integer(Int64(tally.count)), "types": types,
            "first_uris": .array(tally.uris.prefix(wanted).map { .text(orNull: $0) }),
        ])
        let keys = ["records", "types", "first_uris"]
        let expected = JSONValue.object(keys.compactMap { key in warcio[key].map { .init(key, $0) } })
        return Comparison.outcome(expected: expected, got: got)
    }

    /// What this project's reader took from a file.
    private struct Tally {
        var count = 0
        var types: [String: Int64] = [:]
        var uris: [String?] = []
        var error: String?

        var text: String { "\(count) records" + (error.map { ", then " + $0 } ?? "") }
    }

    private static func read(_ path: String) -> Tally {
        var tally = Tally()
        do throws(ArchiveError) {
            var reader = try WARCReader(path: path)
            while let record = try reader.next() {
                tally.count += 1
                tally.types[record.kind.rawValue, default: 0] += 1
                tally.uris.append(record.targetURI)
            }
        } catch {
            tally.error = "\(error.code.rawValue): \(error)"
        }
        return tally
    }
}
