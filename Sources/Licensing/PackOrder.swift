internal import Canonical

/// The order in which a pack names what is told in its order: conditions, flags, factors and sets of protocols.
///
/// Canonical JSON sorts keys, and rows tell truths in the order written; without this the bytes of a ruleset would not
/// hold all that its decisions follow from.
enum PackOrder {
    /// By path, the keys of every map whose order counts and is not that of canonical JSON.
    static func of(_ pack: JSONValue) -> JSONValue {
        var orders: [JSONValue.Member] = []
        for (path, map) in maps(of: pack) {
            let keys = map.members?.map(\.key) ?? []
            if keys != keys.sorted(by: JSONWriter.precedes) {
                orders.append(.init(path, .array(keys.map { .string($0) })))
            }
        }
        return .object(orders)
    }

    /// A pack read back from canonical JSON, in the order it was written in.
    static func restore(_ pack: JSONValue, _ orders: JSONValue) -> JSONValue {
        guard case .object(let members) = pack else { return pack }
        return .object(
            members.map { member in
                switch member.key {
                case "protocols": .init(member.key, sorted(member.value, "protocols", orders))
                case "bases", "scores":
                    .init(member.key, .array(items(member).map { restored($0.item, $0.path, orders) }))
                default: member
                }
            })
    }

    private static let inItems = ["conditions", "factors", "flags"]

    private static func maps(of pack: JSONValue) -> [(path: String, map: JSONValue)] {
        var maps = pack["protocols"].map { [("protocols", $0)] } ?? []
        for member in pack.members ?? [] where member.key == "bases" || member.key == "scores" {
            for (item, path) in items(member) {
                for key in inItems { if let map = item[key] { maps.append(("\(path).\(key)", map)) } }
            }
        }
        return maps
    }

    private static func items(_ member: JSONValue.Member) -> [(item: JSONValue, path: String)] {
        (member.value.array ?? []).enumerated().map { ($1, "\(member.key)[\($0)]") }
    }

    private static func restored(_ item: JSONValue, _ path: String, _ orders: JSONValue) -> JSONValue {
        guard case .object(let members) = item else { return item }
        return .object(
            members.map { member in
                inItems.contains(member.key)
                    ? .init(member.key, sorted(member.value, "\(path).\(member.key)", orders)) : member
            })
    }

    private static func sorted(_ map: JSONValue, _ path: String, _ orders: JSONValue) -> JSONValue {
        guard let members = map.members, let keys = orders[path]?.array?.map({ $0.string ?? "" }),
            Set(keys) == Set(members.map(\.key))
        else { return map }
        return .object(keys.compactMap { key in members.first { $0.key == key } })
    }
}
