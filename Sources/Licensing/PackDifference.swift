internal import Canonical

/// What two packs say differently, rule by rule.
public struct PackDifference: Sendable {
    /// `gate HG5`, `basis exc.eu.cdsm4`, `settings` …, and what became of it.
    public let lines: [String]

    public init(_ one: Pack, _ other: Pack) {
        let (left, right) = (Self.rules(one), Self.rules(other))
        let names = left.map(\.name) + right.map(\.name).filter { name in !left.contains { $0.name == name } }
        lines = names.flatMap { name -> [String] in
            let (old, new) = (left.first { $0.name == name }?.value, right.first { $0.name == name }?.value)
            switch (old, new) {
            case (let old?, let new?) where old == new: return []
            case (let old?, let new?): return Self.changes(name, old, new)
            case (_?, nil): return ["- \(name)"]
            default: return ["+ \(name)"]
            }
        }
    }

    private static func rules(_ pack: Pack) -> [(name: String, value: JSONValue)] {
        (pack.json.members ?? []).flatMap { member -> [(name: String, value: JSONValue)] in
            switch member.key {
            case "gates": items("gate", member.value)
            case "bases": items("basis", member.value)
            case "scores": items("score", member.value)
            case "let": (member.value.members ?? []).map { ("let \($0.key)", $0.value) }
            default: [(member.key, member.value)]
            }
        }
    }

    private static func items(_ kind: String, _ list: JSONValue) -> [(name: String, value: JSONValue)] {
        (list.array ?? []).map { ("\(kind) \($0["id"]?.string ?? "")", $0) }
    }

    private static func changes(_ name: String, _ old: JSONValue, _ new: JSONValue) -> [String] {
        guard let before = old.members, let after = new.members else {
            return ["~ \(name): \(text(old)) -> \(text(new))"]
        }
        let keys = before.map(\.key) + after.map(\.key).filter { key in !before.contains { $0.key == key } }
        return keys.filter { old[$0] != new[$0] }.map { key in
            "~ \(name) \(key): \(old[key].map(text) ?? "none") -> \(new[key].map(text) ?? "none")"
        }
    }

    private static func text(_ value: JSONValue) -> String {
        value.string ?? String(decoding: value.canonicalBytes, as: UTF8.self)
    }
}
