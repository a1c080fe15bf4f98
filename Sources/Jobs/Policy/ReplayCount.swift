internal import Canonical
internal import Provenance
internal import Shards
internal import WebAddress

/// How much a change of rules moves.
public struct ReplayCount: Sendable {
    /// Rows of evidence of pages that were fetched.
    public private(set) var captures = 0
    /// Those that have main text.
    public private(set) var documents = 0
    /// UTF-8 bytes of their texts.
    public private(set) var textBytes = 0
    public private(set) var hosts: Set<String> = []

    /// An estimate, and no count: a quarter of the bytes.
    public var tokensEstimated: Int { textBytes / 4 }

    mutating func add(_ row: EvidenceRow) {
        captures += 1
        if let document = row.considered.document {
            documents += 1
            textBytes += document.textBytes
        }
        hosts.insert(row.considered.url.host)
    }

    var members: [JSONValue.Member] {
        [
            .init("captures", .integer(Int64(captures))), .init("documents", .integer(Int64(documents))),
            .init("hosts", .array(hosts.sorted().map { .string($0) })), .init("text_bytes", .integer(Int64(textBytes))),
            .init("tokens_estimated", .integer(Int64(tokensEstimated))),
        ]
    }
}
