public import Canonical
public import Provenance
internal import WebAddress

/// One row of `sites/`: how a site file was found. Its bytes stand in `sites/blobs/<sha256>`.
///
/// Format: `docs/formats/site.md`, version 1.
public struct SiteRow: Hashable, Sendable {
    public static let version = 1
    private static let format = "sites 1"

    public let file: SiteFile

    public init(_ file: SiteFile) { self.file = file }

    /// The canonical line, without a newline.
    public var line: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            if file.kind.path == nil {
                writer.key("asked")
                writer.string(file.asked)
            }
            writer.key("bytes")
            writer.integer(file.body.count)
            writer.key("content_type")
            writer.string(file.contentType)
            writer.key("cut")
            writer.bool(file.isCut)
            writer.key("digest")
            writer.string(file.digest?.hex ?? "")
            writer.key("expires")
            writer.string(file.expires.description)
            writer.key("fetched")
            writer.string(file.fetched.description)
            writer.key("hops")
            writer.array { writer in
                for hop in file.hops {
                    writer.array { writer in
                        writer.integer(hop.status)
                        writer.string(hop.url)
                    }
                }
            }
            writer.key("kind")
            writer.string(file.kind.rawValue)
            writer.key("origin")
            writer.string(file.origin.description)
            writer.key("outcome")
            writer.string(file.outcome.rawValue)
            writer.key("reason")
            writer.string(file.reason)
            writer.key("v")
            writer.integer(Self.version)
        }
        return writer.bytes
    }

    private static let keys = KnownKeys(
        "asked", "bytes", "content_type", "cut", "digest", "expires", "fetched", "hops", "kind", "origin", "outcome",
        "reason", "v")

    private static func hops(_ row: RowReader) throws(RowError) -> [Hop] {
        _ = try row.member("hops")
        var hops: [Hop] = []
        for item in try row.list("hops") { hops.append(try Hop(item)) }
        return hops
    }

    /// Reads a line; `blob` gives the bytes of a digest.
    ///
    /// - Throws: ``RowError`` for a broken line, and for bytes that do not have the digest the line names.
    public init(line: [UInt8], blob: (Digest) throws(RowError) -> [UInt8]) throws(RowError) {
        let row = try RowReader(line: line, format: Self.format)
        try row.only(Self.keys)
        guard try row.integer("v") == Self.version else {
            throw row.fault("v", "this program reads version \(Self.version)")
        }
        let hops = try Self.hops(row)
        let outcome = try row.parsed("outcome", SiteFileOutcome.init)
        var body: [UInt8] = []
        if outcome == .found {
            let digest = try row.parsed("digest") { Digest($0) }
            body = try blob(digest)
            guard Digest(of: body) == digest else {
                throw row.fault(
                    "digest", "the bytes kept under \(digest.hex) have another digest; the store is damaged")
            }
        }
        guard try row.integer("bytes") == body.count else {
            throw row.fault("bytes", "is not the length of the bytes kept")
        }
        let kind = try row.parsed("kind", SiteFileKind.init)
        let asked = kind.path == nil ? try row.string("asked") : ""
        guard kind.path == nil || !row.has("asked") else {
            throw row.fault("asked", "\(kind.rawValue) has a path")
        }
        file = SiteFile(
            kind: kind, asked: asked,
            origin: try row.parsed("origin") { text in
                do throws(WebURLError) { return try Origin(text) } catch { return nil }
            },
            fetched: try row.parsed("fetched") { Timestamp(rfc3339: $0) }, hops: hops, outcome: outcome,
            reason: try row.string("reason"), body: body, contentType: try row.string("content_type"),
            isCut: try row.bool("cut"), expires: try row.parsed("expires") { Timestamp(rfc3339: $0) })
    }
}
