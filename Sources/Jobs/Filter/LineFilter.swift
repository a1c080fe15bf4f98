internal import Canonical
internal import Markup
internal import Provenance
internal import Rights
internal import Shards
internal import WebAddress

/// `filter --jsonl`: one page a line in, one verdict a line out, in the same order. Format: `docs/formats/jsonl.md`.
///
/// A line that cannot be read is answered with `deny` and what is wrong with it.
public final class LineFilter {
    private let inputs: InputSet
    private let limits: LimitSettings
    private let reader: CaptureReader
    private let sites: SiteRulesCache

    /// What a line is answered.
    public struct Answer: Sendable {
        /// A canonical JSON line without its line feed.
        public let line: [UInt8]
        /// Whether the line could not be read as a page.
        public let isRefused: Bool
    }

    /// - Throws: ``JobError`` if the site evidence cannot be read.
    public init(config: RunConfig, inputs: InputSet, siteEvidence: String?) throws(JobError) {
        self.inputs = inputs
        limits = config.limits
        do {
            let files = try siteEvidence.map { (path) throws(JobError) in try GivenEvidence.read(path) } ?? []
            sites = SiteRulesCache(SiteEvidenceIndex(files))
            reader = try CaptureReader(inputs)
        } catch {
            throw JobError(error)
        }
    }

    /// The verdict on one line; nil for one of white space alone.
    ///
    /// - Parameter number: of the line, from 1.
    public func verdict(_ line: LineStream.Line, number: Int) -> Answer? {
        switch line {
        case .tooLong: return refusal("longer than limits.record_bytes (\(limits.recordBytes) bytes)", number)
        case .bytes(let bytes):
            guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
            do throws(JobError) { return Answer(line: try answer(bytes, number), isRefused: false) } catch {
                return refusal(error.message, number)
            }
        }
    }

    private func refusal(_ words: String, _ number: Int) -> Answer {
        let json = JSONValue.object([
            .init("error", .string(words)), .init("line", .integer(Int64(number))),
            .init("verdict", .string(Verdict.deny.rawValue)),
        ])
        return Answer(line: json.canonicalBytes, isRefused: true)
    }

    private func answer(_ line: [UInt8], _ number: Int) throws(JobError) -> [UInt8] {
        let capture = try LinePage(line).capture(line, defaultTime: inputs.at, limits: limits)
        let site = sites.evidence(for: capture.url.origin, fetched: capture.fetched, at: inputs.at)
        let row = reader.consider(capture, site: site).row
        let last = row.decisions.last
        var members: [JSONValue.Member] = [
            .init("basis", .string(last?.basisText ?? "")), .init("line", .integer(Int64(number))),
            .init("obligations", .array((last?.obligations ?? []).map { .string($0) })),
            .init("reasons", .array((last?.packs.flatMap(\.reasons) ?? []).map { .string($0) })),
            .init("url", .string(row.considered.url.text)), .init("verdict", .string(row.verdict.rawValue)),
        ]
        if let document = row.considered.document {
            members.append(.init("text_digest", .string(document.textDigest.hex)))
        }
        return JSONValue.object(members).canonicalBytes
    }
}
