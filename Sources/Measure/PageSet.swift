internal import Archive
internal import Extraction
internal import Markup
internal import WebAddress

/// The HTML pages of an archive, decoded once and held in memory, so that rounds measure reading alone.
struct PageSet {
    struct Page {
        let url: CanonicalURL
        let status: Int
        let headers: [(name: String, value: String)]
        let text: PageText
    }

    var pages: [Page] = []

    var bytes: Int { pages.reduce(0) { $0 + $1.text.bytes.count } }

    /// - Throws: What the archive cannot be read for.
    init(warc path: String) throws {
        var reader = try WARCReader(path: path)
        while let record = try reader.next() {
            guard record.kind == .response, let target = record.targetURI else { continue }
            let message = try HTTPResponseMessage(record.block)
            let type = message.headers.first("Content-Type") ?? ""
            guard type.lowercased().hasPrefix("text/html") else { continue }
            let body = message.decodedBody(of: record.block)
            let headers = message.headers.pairs
            pages.append(
                Page(
                    url: try CanonicalURL(target), status: message.status, headers: headers,
                    text: try PageText(payload: body.bytes)))
        }
    }
}
