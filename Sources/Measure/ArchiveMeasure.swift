internal import Archive
internal import Canonical

/// Reads an archive and takes the codings off every response's body, and does nothing else: what `fastwarc` of the peers does.
struct ArchiveMeasure {
    let json: JSONValue

    /// - Throws: What the archive cannot be read for.
    init(warc path: String) throws {
        var reader = try WARCReader(path: path)
        var (pages, bytes) = (0, 0)
        while let record = try reader.next() {
            guard record.kind == .response else { continue }
            let message = try HTTPResponseMessage(record.block)
            bytes += message.decodedBody(of: record.block).bytes.count
            pages += 1
        }
        json = .object([.init("bytes", .integer(Int64(bytes))), .init("docs", .integer(Int64(pages)))])
    }
}
