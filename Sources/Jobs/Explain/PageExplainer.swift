internal import Canonical
internal import Archive
internal import Markup
internal import Provenance
internal import Rights
public import Shards
public import WebAddress

/// Decides a page that was never crawled, from a file and what is said of its site.
public struct PageExplainer {
    private let inputs: InputSet

    public init(_ inputs: InputSet) { self.inputs = inputs }

    /// - Parameters:
    ///   - html: the body, content-decoded.
    ///   - headers: as a server would send them; `Content-Type: text/html` if none is given.
    ///   - siteFiles: by name; what is not in it was not looked for.
    /// - Returns: The row an output would hold.
    public func explain(
        html: [UInt8], url: CanonicalURL, status: Int, headers: [(name: String, value: String)],
        siteFiles: [GivenFile]
    ) throws(JobError) -> EvidenceRow {
        let files = try siteFiles.map { (given) throws(JobError) in try file(given, at: url.origin) }
        let rules = files.isEmpty ? nil : SiteRules(files)
        let hasType = headers.contains { $0.name.lowercased() == "content-type" }
        let capture = TakenCapture(
            id: UUIDv5.captureID(input: Digest(of: html), offset: 0, ordinal: 0), url: url,
            hops: [Hop(url: url.text, status: status)], status: status,
            headers: hasType ? headers : headers + [(name: "Content-Type", value: "text/html")], fetched: inputs.at,
            body: html, bodyState: .whole, payloadDigest: Digest(of: html), payloadBytes: html.count, trouble: "")
        do {
            return try CaptureReader(inputs).consider(capture, site: SiteEvidence(atFetch: rules, atUse: rules)).row
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    /// A site file as its name and bytes are given.
    public struct GivenFile: Sendable {
        /// As in rows of `sites/`, such as `robots.txt`.
        let kind: String
        /// The URL of a document that another file names; else empty.
        let asked: String
        /// Nil for a file that is not there.
        let body: [UInt8]?

        public init(_ kind: String, asked: String = "", body: [UInt8]?) {
            self.kind = kind
            self.asked = asked
            self.body = body
        }
    }

    private func file(_ given: GivenFile, at origin: Origin) throws(JobError) -> SiteFile {
        guard let kind = SiteFileKind(rawValue: given.kind) else {
            throw JobError(.usage, "\(given.kind) is no site file")
        }
        var url = kind.url(at: origin)
        if kind.path == nil { url = NamedDocument.url(given.asked) }
        guard let url else { throw JobError(.usage, "\(given.asked): an absolute https URL is due") }
        return SiteFile(
            kind: kind, asked: url.text, origin: origin, fetched: inputs.at,
            hops: [Hop(url: url.text, status: given.body == nil ? 404 : 200)],
            outcome: given.body == nil ? .absent : .found, body: given.body ?? [],
            expires: inputs.at.adding(seconds: SiteFile.lifetime))
    }
}
