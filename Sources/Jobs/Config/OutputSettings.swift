public import Canonical
public import Extraction

/// `output`: what is written, and where.
public struct OutputSettings: Hashable, Sendable {
    /// Which payloads a crawl archives.
    public enum Keep: String, CaseIterable, Hashable, Sendable {
        /// Of captures admitted at `use`.
        case usable
        /// Of those, and of captures held.
        case held
        case all
    }

    public let folder: String
    /// The `source` of every document row.
    public let source: String
    /// Uncompressed bytes of rows after which a part rolls.
    public let partBytes: Int
    public let zstdLevel: Int
    /// How hard the records of a crawl are compressed; decision 0010 tells what each level costs.
    public let warcLevel: Int
    public let keep: Keep
    /// How the main text of a page is written down.
    public let text: TextForm

    public init(_ node: ConfigNode?, folder base: String) throws(ConfigError) {
        let keys =
            try node?.map(["directory", "source", "part_bytes", "zstd_level", "warc_level", "warc_keep", "text"]) ?? [:]
        folder = RunConfig.resolve(try keys["directory"]?.string() ?? "out", in: base)
        source = try keys["source"]?.string() ?? "muniment"
        partBytes = try keys["part_bytes"]?.byteCount() ?? 512 << 20
        zstdLevel = try keys["zstd_level"]?.integer(in: 1...19) ?? 3
        warcLevel = try keys["warc_level"]?.integer(in: 1...12) ?? 1
        let name = try keys["warc_keep"]?.choice(Keep.allCases.map(\.rawValue)) ?? Keep.held.rawValue
        keep = Keep(rawValue: name) ?? .held
        let form = try keys["text"]?.choice(TextForm.allCases.map(\.rawValue)) ?? TextForm.text.rawValue
        text = TextForm(rawValue: form) ?? .text
    }
}
