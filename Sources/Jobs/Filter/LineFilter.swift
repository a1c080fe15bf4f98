public import Canonical
internal import Archive
internal import Foundation
internal import Markup
internal import Provenance
internal import Rights
internal import Shards
internal import WebAddress

/// `filter --jsonl`: one page a line in, one verdict a line out, in the same order.
///
/// A line is `{"url": …, "html": …, "headers": {name: value | [values]}, "status": …, "fetched": …}`; only `url` and
/// `html` are due. A line that cannot be read is answered with `deny` and what is wrong with it.
public final class LineFilter {
    private let inputs: InputSet
    private let reader: CaptureReader
    private let sites: SiteRulesCache

    /// - Throws: ``JobError`` if the site evidence cannot be read.
    public init(config: RunConfig, inputs: InputSet, siteEvidence: String?) throws(JobError) {
        self.inputs = inputs
        do {
            let files = try siteEvidence.map { (path) throws(ShardError) in try SiteStore.read(path) } ?? []
            sites = SiteRulesCache(SiteEvidenceIndex(files))
            reader = try CaptureReader(inputs)
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    /// The verdict on one line, as a canonical JSON line without its newline.
    public func verdict(_ line: [UInt8]) -> [UInt8] {
        do {
            return try answer(line)
        } catch {
            return JSONValue.object([
                .init("error", .string(error.message)), .init("verdict", .string(Verdict.deny.rawValue)),
            ]).canonicalBytes
        }
    }

    private func answer(_ line: [UInt8]) throws(JobError) -> [UInt8] {
        let capture = try capture(line)
        let site = sites.evidence(for: capture.url.origin, fetched: capture.fetched, at: inputs.at)
        let row = reader.consider(capture, site: site).row
        let last = row.decisions.last
        var members: [JSONValue.Member] = [
            .init("basis", .string(last?.basisText ?? "")),
            .init("obligations", .array((last?.obligations ?? []).map { .string($0) })),
            .init("reasons", .array((last?.packs.flatMap(\.reasons) ?? []).map { .string($0) })),
            .init("url", .string(row.considered.url.text)), .init("verdict", .string(row.verdict.rawValue)),
        ]
        if let document = row.considered.document {
            members.append(.init("text_digest", .string(document.textDigest.hex)))
        }
        return JSONValue.object(members).canonicalBytes
    }

    private func capture(_ line: [UInt8]) throws(JobError) -> TakenCapture {
        let json: JSONValue
        let url: CanonicalURL
        do { json = try JSONReader.read(line) } catch { throw JobError(.usage, error.description) }
        guard let address = json["url"]?.string, let html = json["html"]?.string else {
            throw JobError(.usage, "url and html are due, both strings")
        }
        do { url = try CanonicalURL(address) } catch { throw JobError(.usage, error.description) }
        let fetched =
            try json["fetched"].map { (value) throws(JobError) in
                guard let time = value.string.flatMap({ Timestamp(rfc3339: $0) }) else {
                    throw JobError(.usage, "fetched: an RFC 3339 time is due")
                }
                return time
            } ?? inputs.at
        let status = json["status"]?.integer.map { Int($0) } ?? 200
        let body = Array(html.utf8)
        return TakenCapture(
            id: UUIDv5.captureID(input: Digest(of: line), offset: 0, ordinal: 0), url: url,
            hops: [Hop(url: url.text, status: status)], status: status, headers: try headers(json), fetched: fetched,
            body: body, bodyState: .whole, payloadDigest: Digest(of: body), payloadBytes: body.count, trouble: "")
    }

    /// The line's text is UTF-8 whatever charset its header once named, so the type is given anew.
    private func headers(_ json: JSONValue) throws(JobError) -> [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        for member in json["headers"]?.members ?? [] {
            for value in member.value.array ?? [member.value] {
                guard let text = value.string else { throw JobError(.usage, "headers.\(member.key): a string is due") }
                headers.append((member.key, text))
            }
        }
        let type = headers.first { $0.name.lowercased() == "content-type" }?.value ?? "text/html"
        headers.removeAll { $0.name.lowercased() == "content-type" }
        return headers + [(name: "Content-Type", value: type.prefix { $0 != ";" } + "; charset=utf-8")]
    }
}
