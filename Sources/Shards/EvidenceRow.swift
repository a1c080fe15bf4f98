public import Provenance

/// One row of `evidence/`: what was considered, and what was decided, for one capture or URL.
///
/// Format: `docs/formats/evidence.md`, version 1. The line's bytes are its canonical form; the digest of a row is
/// SHA-256 over the line without its newline.
public struct EvidenceRow: Hashable, Sendable {
    /// The version of the format this code writes and reads.
    public static let version = 1

    public enum Kind: Hashable, Sendable {
        case capture
        /// Refused at `fetch` before any request was made.
        case refusedBeforeFetch
        /// A whole host refused before any request: one row, with the number of URLs it stands for.
        case hostRefused(count: Int)
    }

    /// The capture's id, or for rows without a request `urn:uuid:` of version 5 over moment and URL.
    public let id: String
    public let kind: Kind
    public let considered: Considered
    /// In the order of the moments.
    public let decisions: [Decision]
    /// Set when a captured page could not be read to its end (a limit, a broken body): what, in words.
    public let trouble: String

    public init(id: String, kind: Kind, considered: Considered, decisions: [Decision], trouble: String = "") {
        self.id = id
        self.kind = kind
        self.considered = considered
        self.decisions = decisions
        self.trouble = trouble
    }

    /// The last decision taken: at `use` where a capture came that far.
    public var verdict: Verdict { decisions.last?.verdict ?? .deny }
}
