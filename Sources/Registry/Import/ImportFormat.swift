/// What a list of others is written in.
public enum ImportFormat: String, CaseIterable, Hashable, Sendable {
    /// `scope_kind,value,purpose,from,to`, RFC 4180 within lines; the first line may name the columns.
    case csv
    /// One JSON object a line with the same keys.
    case jsonl
    /// A domain a line, as blocklists have them: plain, `*.name`, `||name^`, or after an address as in a hosts file.
    case domains
    /// A URL a line; one that ends in `*` is a prefix.
    case urls

    /// By the end of a file's name; nil if that tells nothing.
    public init?(fileName: String) {
        switch fileName.split(separator: ".").last?.lowercased() {
        case "csv": self = .csv
        case "jsonl", "ndjson": self = .jsonl
        default: return nil
        }
    }
}
