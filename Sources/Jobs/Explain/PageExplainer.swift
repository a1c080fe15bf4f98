public import Canonical
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
    ///   - siteFiles: bodies of site files; what is not in it was not looked for.
    /// - Returns: The row an output would hold.
    public func explain(
        html: [UInt8], url: CanonicalURL, status: Int, headers: [(name: String, value: String)],
        siteFiles: [(kind: String, body: [UInt8]?)]
    ) throws(JobError) -> EvidenceRow {
        var files: [SiteFile] = []
        for (name, body) in siteFiles {
            guard let kind = SiteFileKind(rawValue: name) else { throw JobError(.usage, "\(name) is no site file") }
            files.append(
                SiteFile(
                    kind: kind, origin: url.origin, fetched: inputs.at,
                    hops: [Hop(url: url.origin.resolve(kind.path ?? "/").href, status: body == nil ? 404 : 200)],
                    outcome: body == nil ? .absent : .found, body: body ?? [],
                    expires: inputs.at.adding(seconds: SiteFile.lifetime)))
        }
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
}
