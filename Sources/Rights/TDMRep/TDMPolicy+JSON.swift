public import Canonical

extension TDMPolicy {
    /// Reads a policy that is JSON already: an object, or the first object of a list or graph that is a policy.
    public static func read(_ value: JSONValue) -> Outcome {
        let candidates = value.array ?? value["@graph"]?.array ?? [value]
        guard let node = candidates.first(where: { isPolicy($0) }) else { return .unknown("no ODRL policy") }
        let permissions = list(node, "permission").map(permission)
        guard permissions.contains(where: \.isMining) else { return .unknown("no permission to mine") }
        return .policy(
            TDMPolicy(
                uid: text(member(node, "uid")) ?? text(node["@id"]) ?? "",
                isOffer: types(node).contains("Offer"),
                hasProfile: list(node, "profile").compactMap(text).contains { isProfile($0) },
                assigner: member(node, "assigner").flatMap(assigner), permissions: permissions,
                hasOtherRules: member(node, "prohibition") != nil || member(node, "obligation") != nil))
    }

    private static let vocabularies = ["http://www.w3.org/ns/odrl/2/", "https://www.w3.org/ns/odrl/2/", "odrl:"]
    private static let profiles = ["http://www.w3.org/ns/tdmrep", "https://www.w3.org/ns/tdmrep"]

    private static func isPolicy(_ node: JSONValue) -> Bool {
        !types(node).isDisjoint(with: ["Offer", "Policy", "Set", "Agreement"]) || member(node, "permission") != nil
    }

    private static func isProfile(_ text: String) -> Bool {
        profiles.contains { text == $0 || text == $0 + "/" || text == $0 + "#" }
    }

    private static func types(_ node: JSONValue) -> Set<String> {
        let value = node["@type"] ?? node["type"]
        return Set((value?.array ?? [value].compactMap { $0 }).compactMap(text).map(term))
    }

    /// The value of a term with or without its prefix.
    private static func member(_ node: JSONValue, _ name: String) -> JSONValue? {
        node[name] ?? node["odrl:" + name] ?? node["http://www.w3.org/ns/odrl/2/" + name]
    }

    private static func list(_ node: JSONValue, _ name: String) -> [JSONValue] {
        guard let value = member(node, name), value != .null else { return [] }
        return value.array ?? [value]
    }

    /// A text, or the text of a node's identifier or value.
    private static func text(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        if let text = value.string { return text }
        for key in ["@id", "id", "uid", "@value", "rdf:value"] {
            guard let inner = value[key] else { continue }
            if let text = inner.string ?? inner["@id"]?.string { return text }
        }
        return nil
    }

    /// A term of the vocabulary without its prefix or namespace, those of the profile as `tdm:`.
    private static func term(_ text: String) -> String {
        for prefix in vocabularies where text.hasPrefix(prefix) { return String(text.dropFirst(prefix.count)) }
        for profile in profiles where text.hasPrefix(profile) {
            let rest = text.dropFirst(profile.count)
            if let mark = rest.first, "#/".contains(mark) { return "tdm:" + rest.dropFirst() }
        }
        return text
    }

    private static func terms(_ node: JSONValue, _ name: String) -> [String] {
        list(node, name).compactMap(text).map(term)
    }

    private static func permission(_ node: JSONValue) -> Permission {
        // A duty whose action cannot be read is a duty all the same.
        let duties = list(node, "duty").flatMap { duty in
            let actions = terms(duty, "action")
            return actions.isEmpty ? [duty.string.map(term) ?? "unknown"] : actions
        }
        return Permission(
            actions: terms(node, "action"), duties: once(duties), constraints: list(node, "constraint").map(constraint),
            target: list(node, "target").compactMap(text).first ?? "")
    }

    private static func constraint(_ node: JSONValue) -> Constraint {
        Constraint(
            leftOperand: terms(node, "leftOperand").first ?? "unknown",
            comparison: terms(node, "operator").first ?? "unknown",
            rightOperand: terms(node, "rightOperand").first ?? "unknown")
    }

    private static func assigner(_ node: JSONValue) -> Assigner? {
        if let id = node.string { return Assigner(name: "", email: "", telephone: "", url: "", id: id) }
        guard node.members != nil else { return nil }
        func card(_ name: String) -> String {
            text(node["vcard:" + name] ?? node[name] ?? node["http://www.w3.org/2006/vcard/ns#" + name]) ?? ""
        }
        return Assigner(
            name: card("fn").isEmpty ? card("nickname") : card("fn"), email: card("hasEmail"),
            telephone: card("hasTelephone"), url: card("hasURL"), id: text(node["uid"] ?? node["@id"]) ?? "")
    }
}
