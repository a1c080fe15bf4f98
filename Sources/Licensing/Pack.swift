public import Canonical
public import Provenance

/// One jurisdiction's or house's rules, read from a YAML file and compiled once. Format: `docs/formats/pack.md`.
public struct Pack: Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case law
        case caseLaw = "case law"
        case design
    }

    public let file: String
    public let id: String
    public let version: String
    public let asOf: String
    public let title: String
    public let kind: Kind
    public let protocolSets: [ProtocolSet]
    public let gates: [Gate]
    /// In order of preference.
    public let bases: [Basis]
    /// The name under which it says that no basis stands.
    public let otherwise: String
    let scores: [Score]
    let term: TermRule?
    /// The gates and bases once more, as decisions walk through them.
    let program: PackProgram
    /// Everything the file and the parts it includes say, without its comments and layout.
    public let json: JSONValue

    /// Of the canonical bytes of ``json``.
    public var digest: Digest { Digest(of: json.canonicalBytes) }

    /// Where what stands beside gates and bases comes from: its scores and its rule of terms.
    public var otherSources: [(rule: String, source: String, kind: Kind, asOf: String)] {
        scores.map { ("score \($0.id)", $0.source, $0.kind, $0.asOf) }
            + (term.map { [("term of protection", $0.source, $0.kind, $0.asOf)] } ?? [])
    }

    func protocolSet(_ name: ProtocolSet.Name) -> ProtocolSet? { protocolSets.first { $0.name == name } }

    /// Every protocol it wants known at any moment.
    public var requiredProtocols: Set<RightsProtocol> { Set(protocolSets.flatMap(\.required)) }
}
