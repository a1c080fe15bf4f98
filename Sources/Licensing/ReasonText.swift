internal import Provenance

/// Tells in plain words what a reason code says was found, and what would change it.
public enum ReasonText {
    /// A sentence or two for every code that ``decide(_:profile:ruleset:moment:at:)`` writes. Never empty: a code
    /// of a later
    /// version is named as one that is not known.
    public static func explain(_ code: String) -> String {
        if let whole = whole[code] { return whole }
        guard let dot = code.firstIndex(of: ".") else { return unknown(code) }
        let kind = String(code[..<dot])
        let rest = String(code[code.index(after: dot)...])
        switch kind {
        case "gate": return gate(rest, fired: true)
        case "gate-unknown": return gate(rest, fired: false)
        case "basis":
            return "The basis \(rest) stands: its trigger was observed and every condition of it is evidenced."
        case "flag": return flags[rest] ?? "The pack marks what it admits on this basis: \(rest)."
        case "otherwise": return "No basis of this pack stands, so its answer is \(rest)."
        case "condition": return condition(rest, known: true)
        case "condition-unknown": return condition(rest, known: false)
        default: return signal(kind, rest) ?? unknown(code)
        }
    }

    private static func unknown(_ code: String) -> String {
        "The reason \(code) is not known to this version of Muniment."
    }

    private static let whole: [String: String] = [
        "robots.disallows":
            "robots.txt forbids our agent this URL, when it was fetched or now. Only a later robots.txt that allows it, and a new "
            + "fetch under it, would change that.",
        "licence.conflict":
            "Statements of the same rank name different licences for the text. One statement that settles it would change that.",
        "licence.unclear":
            "Something speaks of a licence, but which one, or whether it covers the text, cannot be told. A licence link with a "
            + "version, standing for the page itself, would change that.",
        "licence.none":
            "No licence statement speaks for the text. A licence link for the page itself would change that.",
        "registry.not-asked":
            "The operator ran without an objection registry and said so (--no-registry): objections were not looked for. A run "
            + "with a registry would look.",
    ]

    private static func gate(_ id: String, fired: Bool) -> String {
        let words = gates[id] ?? ("the gate \(id) of the pack", "evidence that the gate's fact does not hold")
        return fired
            ? "Gate \(id) is shut: \(words.0). To change it: \(words.1)."
            : "Whether gate \(id) is shut cannot be told (\(words.0)?), and doubt holds. To change it: \(words.1)."
    }

    private static let gates: [String: (String, String)] = [
        "HG1": ("the text stands behind a paywall", "lawful access of one's own, which a pack must name"),
        "HG1.copy": ("a copy of what stands behind a paywall", "lawful access at the origin, by a contract"),
        "HG2": (
            "the source is on a list of infringing sites",
            "an entry taken off the list, by who keeps it; where no list is at hand, one (grounds.lists) or the reason why there is none (infringing_list)"
        ),
        "HG2.kept": ("an infringing source under a legal hold", "the end of both, by who ordered them"),
        "HG6": (
            "a court or regulator ordered it",
            "the order's end; where no list of orders is at hand, one (grounds.lists) or the reason why there is none (order_list)"
        ),
        "HG6.purge": (
            "a court or regulator ordered its removal", "the order's end; where none is at hand, a list of them"
        ),
        "HG7": (
            "its digest is on a list of illegal content",
            "an entry taken off the list, by who keeps it; where no list is at hand, one (grounds.lists) or the reason why there is none (illegal_content_list)"
        ),
        "HG7.kept": ("illegal content under a legal hold", "the end of both, by who ordered them"),
        "HG2.copy": (
            "another owner had the text before who licensed it here", "evidence that this owner is the origin"
        ),
        "HG3": ("the server or the page refused access", "an open answer to a later, honest request"),
        "HG3.offer": ("the server named a price (402)", "a contract; paying for access alone is no licence"),
        "HG4": ("robots.txt forbids our agent this URL", "a robots.txt that can be read and allows it"),
        "HG5": ("a rights holder's objection covers it", "the objection's withdrawal or end, then a new fetch"),
        "HG5.contract": (
            "a rights holder objects, and another licensed us", "their settlement, or the objection's end"
        ),
        "HG5.co-author": (
            "one of several authors objects", "the objection's withdrawal, or the others' right to license"
        ),
        "HG5.term": ("an objection covers what is shown to be free", "the registry's answer to the rebuttal"),
        "HG5.lapsed": ("an objection covered it that nobody proved", "the registry's word that it was unfounded"),
        "PII": ("the operator's list marks personal data", "a ground for it, which no pack reads"),
        "HG5.uncertain": ("an objection may cover it", "an exact match, or the objection's dismissal by the registry"),
        "HG5.ended": ("an objection covered it when it was fetched", "a new fetch, now that the objection has ended"),
        "BODY": ("its bytes are not whole", "a fetch that delivers the whole body"),
        "TEXT": ("no main text could be read from it", "a page with text of its own that can be read to its end"),
    ]

    /// What a condition asks, in words.
    public static func condition(_ name: String) -> String { conditions[name]?.0 ?? "its condition \(name)" }

    private static func condition(_ name: String, known: Bool) -> String {
        guard let dot = name.lastIndex(of: ".") else { return unknown(name) }
        let basis = String(name[..<dot])
        let id = String(name[name.index(after: dot)...])
        let words = conditions[id] ?? ("its condition \(id)", "evidence for that condition")
        return known
            ? "The basis \(basis) falls: \(words.0) is not met. To change it: \(words.1)."
            : "The basis \(basis) is in doubt: \(words.0) could not be shown either way. To change it: \(words.1)."
    }
}
