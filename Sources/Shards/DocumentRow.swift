public import Canonical
public import Provenance
internal import WebAddress

/// One row of `documents/`: the text and what its reader must know, in the Dolma schema.
///
/// Flat on purpose: every key in every row, strings and integers only, never null or a list, so that every loader
/// sees one schema. Format: `docs/formats/document.md`, version 1.
public struct DocumentRow: Sendable {
    public static let version = 1

    /// The keys of `metadata`, in their order; those of ``numbers`` have integers, all others strings.
    public static let metadata = [
        "attribution", "basis", "decision", "document_key", "evidence_digest", "fetched", "language", "licence_url",
        "obligations", "partition", "payload_digest", "profile_digest", "ruleset_digest", "snapshot_digest",
        "text_bytes", "title", "url", "version",
    ]
    public static let numbers: Set<String> = ["text_bytes", "version"]

    /// The capture's id.
    public let id: String
    /// UTF-8.
    public let text: [UInt8]
    public let source: String
    /// The run's `at`.
    public let added: Timestamp
    public let considered: Considered
    public let decision: Decision
    public let title: String
    /// Of the evidence row's line.
    public let evidence: Digest
    public let inputs: InputDigests

    /// The digests of what the decision depended on besides the evidence.
    public struct InputDigests: Hashable, Sendable {
        public let ruleset: Digest
        public let profile: Digest
        /// Nil for a run without a registry.
        public let snapshot: Digest?

        public init(ruleset: Digest, profile: Digest, snapshot: Digest?) {
            self.ruleset = ruleset
            self.profile = profile
            self.snapshot = snapshot
        }
    }

    public init(
        id: String, text: [UInt8], source: String, added: Timestamp, considered: Considered, decision: Decision,
        title: String, evidence: Digest, inputs: InputDigests
    ) {
        self.id = id
        self.text = text
        self.source = source
        self.added = added
        self.considered = considered
        self.decision = decision
        self.title = title
        self.evidence = evidence
        self.inputs = inputs
    }

    /// The shard a document belongs in, by what its user must do: `none`, `attribution`, `share-alike`,
    /// `non-commercial` … joined by `+`.
    public static func partition(_ obligations: [String]) -> String {
        let names = [
            "OB.ATTR": "attribution", "OB.SA": "share-alike", "OB.DBSA": "share-alike", "OB.NC": "non-commercial",
            "OB.ND": "no-derivatives", "OB.PAY": "paid", "OB.NOREDIST": "no-redistribution",
        ]
        let kept = Set(obligations.compactMap { names[$0] }).sorted()
        return kept.isEmpty ? "none" : kept.joined(separator: "+")
    }

    /// Appends the canonical line, without a newline.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("added")
            writer.string(added.description)
            writer.key("created")
            writer.string(considered.capture?.fetched.description ?? "")
            writer.key("id")
            writer.string(id)
            writer.key("metadata")
            metadata(&writer)
            writer.key("source")
            writer.string(source)
            writer.key("text")
            writer.utf8(text)
        }
    }

    private func metadata(_ writer: inout JSONWriter) {
        let covering = considered.licence.outcome == .covers ? considered.licence.licences : []
        writer.object { writer in
            writer.key("attribution")
            writer.string(considered.licence.attribution)
            writer.key("basis")
            writer.string(decision.basisText)
            writer.key("decision")
            writer.string(decision.verdict.rawValue)
            writer.key("document_key")
            writer.string(considered.document?.key.hex ?? "")
            writer.key("evidence_digest")
            writer.string(evidence.hex)
            writer.key("fetched")
            writer.string(considered.capture?.fetched.description ?? "")
            writer.key("language")
            writer.string(considered.document?.language ?? "")
            writer.key("licence_url")
            writer.string(covering.map(\.url).joined(separator: " "))
            writer.key("obligations")
            writer.string(decision.obligations.joined(separator: " "))
            writer.key("partition")
            writer.string(Self.partition(decision.obligations))
            writer.key("payload_digest")
            writer.string(considered.capture?.payloadDigest?.hex ?? "")
            writer.key("profile_digest")
            writer.string(inputs.profile.hex)
            writer.key("ruleset_digest")
            writer.string(inputs.ruleset.hex)
            writer.key("snapshot_digest")
            writer.string(inputs.snapshot?.hex ?? "")
            writer.key("text_bytes")
            writer.integer(text.count)
            writer.key("title")
            writer.string(title)
            writer.key("url")
            writer.string(considered.url.text)
            writer.key("version")
            writer.integer(Self.version)
        }
    }
}
