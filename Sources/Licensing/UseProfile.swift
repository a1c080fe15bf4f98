public import Canonical

/// What the operator will do with the shards, declared once per run and named by digest in all it writes.
public struct UseProfile: Hashable, Sendable {
    public enum Purpose: String, CaseIterable, Hashable, Sendable {
        case pretrain, finetune, eval
        case ragIndex = "rag_index"
        case search, archive
    }

    public enum Actor: String, CaseIterable, Hashable, Sendable {
        case company
        case researchOrganisation = "research_org"
        case heritage, individual
    }

    public enum ModelRelease: String, CaseIterable, Hashable, Sendable {
        case closed
        case weightsOpen = "weights_open"
    }

    public var purpose: Purpose
    /// Whether any stage, from copying to sharing a model, is commercial.
    public var commercial: Bool
    public var actor: Actor
    /// Nil if no evidence of being a research organisation or heritage institution is given.
    public var research: ResearchStanding?
    /// ISO 3166-1 alpha-2, upper case, sorted.
    public var placeOfCopying: [String]
    /// ISO 3166-1 alpha-2, upper case, sorted; where what is made will be offered.
    public var market: [String]
    /// Whether the text leaves the actor.
    public var redistributesText: Bool
    /// Whether it is meant to imitate one creator.
    public var styleTarget: Bool
    public var modelRelease: ModelRelease
    public var sme: Bool
    /// Where it is shown that outputs are guarded against repeating what was read; nil if nobody says so.
    public var outputGuard: String?
    /// Whether copies of one text are removed before use; nil if nobody says so.
    public var deduplicated: Bool?

    public init(
        purpose: Purpose, commercial: Bool, actor: Actor, research: ResearchStanding?, placeOfCopying: [String],
        market: [String], redistributesText: Bool, styleTarget: Bool, modelRelease: ModelRelease, sme: Bool,
        outputGuard: String? = nil, deduplicated: Bool? = nil
    ) {
        self.purpose = purpose
        self.commercial = commercial
        self.actor = actor
        self.research = research
        self.placeOfCopying = placeOfCopying.sorted()
        self.market = market.sorted()
        self.redistributesText = redistributesText
        self.styleTarget = styleTarget
        self.modelRelease = modelRelease
        self.sme = sme
        self.outputGuard = outputGuard
        self.deduplicated = deduplicated
    }

    /// The profile as an object, for its canonical bytes.
    public var json: JSONValue {
        let safeguards: [JSONValue.Member] =
            (outputGuard.map { [.init("output_guard", .string($0))] } ?? [])
            + (deduplicated.map { [.init("deduplicated", .bool($0))] } ?? [])
        return .object(
            [
                .init("actor", .string(actor.rawValue)),
                .init("commercial", .bool(commercial)),
                .init("market", .array(market.map { .string($0) })),
                .init("model_release", .string(modelRelease.rawValue)),
                .init("place_of_copying", .array(placeOfCopying.map { .string($0) })),
                .init("purpose", .string(purpose.rawValue)),
                .init("redistributes_text", .bool(redistributesText)),
                .init("research_org", research?.json ?? .null),
                .init("sme", .bool(sme)),
                .init("style_target", .bool(styleTarget)),
            ] + safeguards)
    }

    /// Of the canonical bytes of ``json``.
    public var digest: Digest { Digest(of: json.canonicalBytes) }
}
