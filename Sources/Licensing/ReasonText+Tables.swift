internal import Provenance

extension ReasonText {
    /// The conditions of the packs that come with Muniment: what each asks, and what would change its answer.
    static let conditions: [String: (String, String)] = [
        "access": ("open access to the page", "an open answer to a later request"),
        "covers": (
            "a licence that covers the text",
            "a statement that stands for the page itself, on carriers that were all read"
        ),
        "conflict": ("agreement among the licence statements", "one statement that settles it"),
        "commercial": ("use without commerce at any stage", "a use profile with commercial: false, if that is so"),
        "redistribution": ("keeping the text in house", "a use profile with redistributes_text: false, if that is so"),
        "style": ("no imitation of one creator", "a use profile with style_target: false, if that is so"),
        "reservation": (
            "the absence of a reservation at fetch and at use",
            "every protocol the pack requires looked for in time, and none of them refusing"
        ),
        "actor": ("an actor the exception is made for", "a use profile that declares one, if that is so"),
        "evidence": ("evidence of the actor's standing", "research_org.evidence in the use profile"),
        "influence": (
            "no preferential access for an undertaking with decisive influence",
            "research_org.preferential_access: false in the use profile, if that is so"
        ),
        "purpose": ("a purpose the basis is made for", "another purpose in the use profile, if that is so"),
        "version": ("a known version of the licence", "a licence link that names its version"),
        "reading": ("someone's reading of this licence", "a pack in which a person has settled what it allows"),
        "term": (
            "proof that the term has run out (a label alone is none)", "dated facts about author and publication"
        ),
    ]

    /// What a statement, or the lack of knowledge of a protocol, came to.
    static func signal(_ kind: String, _ rest: String) -> String? {
        switch kind {
        case "reserved":
            return "\(rest) reserves the text against this use. Only its withdrawal and a new fetch would change that."
        case "reserved-unclear":
            return
                "\(rest) says something about this use that is conditional or cannot be told, and doubt holds. A plain "
                + "statement, or a contract, would change that."
        case "licence-unread":
            return "\(rest), where a licence may stand, was not read or could not be. Reading it would change that."
        default: return knowledge(kind, rest)
        }
    }

    private static func knowledge(_ kind: String, _ rest: String) -> String? {
        guard let dot = rest.firstIndex(of: ".") else { return nil }
        let name = String(rest[rest.index(after: dot)...])
        let when = rest[..<dot] == Moment.fetch.rawValue ? "when the page was fetched" : "for its use now"
        switch kind {
        case "unreadable":
            return
                "\(name) was there but could not be read \(when), and unreadable is never permission. A readable one would change that."
        case "not-checked":
            return
                "Nobody looked at \(name) \(when), and unknown is not absent. Evidence of that time would change that; for archives "
                + "made by others see archive_origin_absence."
        case "needs-recheck":
            return
                "What is known of \(name) \(when) is older than the ruleset lets it be. Looking again would change that."
        case "later":
            return
                "What is known of \(name) comes from after the time it would have to speak for (\(when)). Evidence from before would change that."
        case "unsupported":
            return
                "What \(name) said \(when) rests on a site file that was out of reach or is not among the evidence. Fetching it would change that."
        default: return nil
        }
    }
}
