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
        "adaptation": ("keeping to the text as it is", "a use in which nothing adapted is shared"),
        "announced": ("a public notice in effect", "the end of its window, published without a break"),
        "certain": ("a match that is certain", "an identifier or address that stands in the repertoire"),
        "class": ("a kind of work the basis reaches", "another class in the operator's list, if that is so"),
        "contract": ("a contract that does not rule it out", "a contract that allows it"),
        "database": ("a source that is no database", "an entry taken off the operator's list, if that is so"),
        "guarded": ("a guard on outputs", "output_guard in the use profile"),
        "in-force": ("a contract in force that names training", "such a contract, within its term, places and uses"),
        "item": ("a use that the law lists", "law that names this use"),
        "law": ("law under which such a licence binds", "law that is in force"),
        "market": ("no conflict with a market", "factors that are known and do not speak for a market"),
        "necessity": ("no more copies than needed", "deduplicated: true in the use profile, if that is so"),
        "offer": ("no terms held out for a price", "a contract or token that accepts them"),
        "official": ("a government's own work", "evidence of author and office in the operator's file of works"),
        "opted-in": ("a rights holder who has not opted out", "the end of the opt-out"),
        "paid": ("a contract that buys what is offered", "a contract or token that is on file"),
        "registry": ("a registry that was asked", "a run with an objection registry"),
        "refusal": (
            "a licence that no protocol of the same page or site speaks against",
            "the end of the refusal, word from who made both, or honour_over_open_licence: false, which takes the licence at its word"
        ),
        "site-terms": ("a site whose own words do not restrict it", "terms of the site that leave the licence alone"),
        "title": ("a source that nobody had before", "a cluster file in which this copy is the origin"),
        "user": ("terms made for this user", "terms that take in the use profile"),
        "version": ("a known version of the licence", "a licence link that names its version"),
        "reading": ("someone's reading of this licence", "a pack in which a person has settled what it allows"),
        "term": (
            "proof that the term has run out (a label alone is none)", "dated facts about author and publication"
        ),
    ]

    /// The marks that the packs set on what they admit.
    static let flags: [String: String] = [
        "risk": "The exception is a defence or a test weighed case by case; what it comes to is not settled.",
        "reserved-words":
            "The site or another reserves rights in words or by the names of other crawlers; this law sets that aside.",
        "search-preference":
            "A robots tag keeps the page out of search or caches; this law reads no reservation in that.",
        "self-attested": "Nobody outside the operator proves when the notice was published.",
        "disputed-share": "Two societies claim the same share; what is due is held back until they settle it.",
        "lapsed-objection": "Someone objected and did not prove standing in time.",
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
