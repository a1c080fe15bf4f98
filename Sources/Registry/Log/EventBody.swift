public import Canonical

/// What an event of the registry's log says.
public enum EventBody: Hashable, Sendable {
    /// The rules from here on.
    case rules(RegistryRules)
    /// An objection came in.
    case file(FiledTerms)
    /// One came from a list, for which somebody vouches: it is effective at once.
    case adopt(FiledTerms, Standing)
    /// A step was taken; `standing` is what whoever took it has shown, `reason` a code or the id of a successor.
    case step(LifeStep, standing: Standing?, reason: String)
    /// A withdrawal or counter-notice that was to take effect will not.
    case stop(reason: String)
    /// A nonce was given out; the log has its digest.
    case challenge(nonce: Digest)
    /// Proof was handed in and awaits a decision; it is outside the log.
    case submit(Digest)
    case prove(Standing, ProofMethod)
    /// How far an objection to a text was found to reach.
    case reach(CopyReach)
    /// Somebody looked at a wide reach, and it stays.
    case confirm(reason: String)
    /// Fields are gone for good.
    case erase(FieldGroup)
    case notice(NoticeEvent)
    case repertoire(RepertoireEvent)

    var name: String {
        switch self {
        case .rules: "rules"
        case .file: "file"
        case .adopt: "adopt"
        case .step(let step, _, _): step.rawValue
        case .stop: "stop"
        case .challenge: "challenge"
        case .submit: "submit"
        case .prove: "prove"
        case .reach: "reach"
        case .confirm: "confirm"
        case .erase: "erase"
        case .notice(let event): event.name
        case .repertoire(let event): event.name
        }
    }

    var members: [JSONValue.Member] {
        switch self {
        case .rules(let rules): rules.members
        case .file(let terms): terms.members
        case .adopt(let terms, let standing): terms.members + [.init("standing", .string(standing.rawValue))]
        case .step(_, let standing, let reason):
            (standing.map { [.init("standing", .string($0.rawValue))] } ?? []) + Self.reason(reason)
        case .stop(let reason), .confirm(let reason): Self.reason(reason)
        case .reach(let reach): reach.members
        case .challenge(let nonce): [.init("nonce", .string(nonce.description))]
        case .submit(let digest): [.init("evidence", .string(digest.description))]
        case .prove(let standing, let method):
            [.init("method", .string(method.rawValue)), .init("standing", .string(standing.rawValue))]
        case .erase(let group): [.init("group", .string(group.rawValue))]
        case .notice(let event): event.members
        case .repertoire(let event): event.members
        }
    }

    private static func reason(_ text: String) -> [JSONValue.Member] {
        text.isEmpty ? [] : [.init("reason", .string(text))]
    }

    /// - Returns: Nil for what no registry writes.
    init?(named name: String, _ value: JSONValue) {
        let standing = value["standing"]?.string.flatMap { Standing(rawValue: $0) }
        let reason = value["reason"]?.string ?? ""
        func digest(_ key: String) -> Digest? { value[key]?.string.flatMap { Digest($0) } }
        if let step = LifeStep(rawValue: name) {
            self = .step(step, standing: standing, reason: reason)
            return
        }
        switch name {
        case "rules": if let rules = RegistryRules(value) { self = .rules(rules) } else { return nil }
        case "file": if let terms = FiledTerms(value) { self = .file(terms) } else { return nil }
        case "adopt":
            guard let terms = FiledTerms(value), let standing else { return nil }
            self = .adopt(terms, standing)
        case "stop": self = .stop(reason: reason)
        case "confirm": self = .confirm(reason: reason)
        case "reach": if let reach = CopyReach(value) { self = .reach(reach) } else { return nil }
        case "challenge": if let nonce = digest("nonce") { self = .challenge(nonce: nonce) } else { return nil }
        case "submit": if let evidence = digest("evidence") { self = .submit(evidence) } else { return nil }
        case "prove":
            guard let standing, let method = value["method"]?.string.flatMap({ ProofMethod(rawValue: $0) }) else {
                return nil
            }
            self = .prove(standing, method)
        case "erase":
            guard let group = value["group"]?.string.flatMap({ FieldGroup(rawValue: $0) }) else { return nil }
            self = .erase(group)
        default:
            if let event = NoticeEvent(named: name, value) {
                self = .notice(event)
            } else if let event = RepertoireEvent(named: name, value) {
                self = .repertoire(event)
            } else {
                return nil
            }
        }
    }
}
