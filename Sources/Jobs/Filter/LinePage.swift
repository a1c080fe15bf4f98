internal import Archive
internal import Canonical
internal import Provenance
internal import WebAddress

/// One line of `filter --jsonl`, read strictly. Format: `docs/formats/jsonl.md`.
struct LinePage {
    private static let keys = ["fetched", "headers", "html", "status", "url"]

    private let url: CanonicalURL
    private let html: [UInt8]
    private let status: Int
    private let fetched: Timestamp?
    private let headers: [(name: String, value: String)]

    /// - Throws: ``JobError`` of kind `usage` naming the key at fault.
    init(_ line: [UInt8]) throws(JobError) {
        let json: JSONValue
        do { json = try JSONReader.read(line) } catch { throw JobError(.usage, error.description) }
        guard let members = json.members else { throw JobError(.usage, "an object is due") }
        for member in members where !Self.keys.contains(member.key) {
            let known = Self.keys.joined(separator: ", ")
            throw JobError(.usage, "\(member.key): unknown key; known here: \(known)")
        }
        guard let address = json["url"]?.string, let html = json["html"]?.string else {
            throw JobError(.usage, "url and html are due, both strings")
        }
        do { url = try CanonicalURL(address) } catch { throw JobError(.usage, "url: \(error)") }
        self.html = Array(html.utf8)
        status = try Self.status(json["status"])
        fetched = try Self.time(json["fetched"])
        headers = try Self.headers(json["headers"])
    }

    private static func status(_ value: JSONValue?) throws(JobError) -> Int {
        guard let value else { return 200 }
        guard let status = value.integer, (100...599).contains(status) else {
            throw JobError(.usage, "status: an integer from 100 to 599 is due")
        }
        return Int(status)
    }

    private static func time(_ value: JSONValue?) throws(JobError) -> Timestamp? {
        guard let value else { return nil }
        guard let time = value.string.flatMap({ Timestamp(rfc3339: $0) }) else {
            throw JobError(.usage, "fetched: an RFC 3339 time is due")
        }
        return time
    }

    private static func headers(_ value: JSONValue?) throws(JobError) -> [(name: String, value: String)] {
        guard let value else { return [] }
        guard let members = value.members else { throw JobError(.usage, "headers: an object is due") }
        var headers: [(name: String, value: String)] = []
        for member in members {
            for value in member.value.array ?? [member.value] {
                guard let text = value.string else { throw JobError(.usage, "headers.\(member.key): a string is due") }
                if let fault = HeaderLine.fault(member.key, text) {
                    throw JobError(.usage, "headers.\(member.key): \(fault)")
                }
                headers.append((member.key, text))
            }
        }
        return headers
    }

    /// - Parameter line: what the capture's id is made from.
    func capture(_ line: [UInt8], defaultTime: Timestamp, limits: LimitSettings) -> TakenCapture {
        let isOver = html.count > limits.decodedBytes
        return TakenCapture(
            id: UUIDv5.captureID(input: Digest(of: line), offset: 0, ordinal: 0), url: url,
            hops: [Hop(url: url.text, status: status)], status: status, headers: textHeaders,
            fetched: fetched ?? defaultTime, body: isOver ? [] : html, bodyState: isOver ? .overLimit : .whole,
            payloadDigest: Digest(of: html), payloadBytes: html.count,
            trouble: isOver ? "more than \(limits.decodedBytes) decoded bytes" : "")
    }

    /// The line's text is UTF-8 whatever charset its header once named, so the type is given anew.
    private var textHeaders: [(name: String, value: String)] {
        let type = headers.first { $0.name.lowercased() == "content-type" }?.value ?? "text/html"
        let others = headers.filter { $0.name.lowercased() != "content-type" }
        return others + [(name: "Content-Type", value: type.prefix { $0 != ";" } + "; charset=utf-8")]
    }
}
