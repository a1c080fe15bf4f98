internal import Canonical

/// Puts the rules of the parts that a pack includes in the place of the `{include: NAME}` that names them.
///
/// A part is a file of its own with lists `gates` and `bases`, which may include further parts.
struct Includes {
    private let parts: (String) throws(ConfigError) -> (file: String, text: String)?

    init(_ parts: @escaping (String) throws(ConfigError) -> (file: String, text: String)?) { self.parts = parts }

    /// The items of a list, those of included parts among them.
    ///
    /// - Parameter key: `gates` or `bases`: the list of a part that is meant.
    /// - Throws: ``ConfigError`` for a part that is not there, holds nothing of the kind, or includes itself.
    func items(of list: ConfigNode, key: String, path: [String] = []) throws(ConfigError) -> [ConfigNode] {
        var items: [ConfigNode] = []
        for item in try list.list() {
            guard let name = try Self.include(item) else {
                items.append(item)
                continue
            }
            items += try self.items(ofPart: name, key, path)
        }
        return items
    }

    private static func include(_ item: ConfigNode) throws(ConfigError) -> ConfigNode? {
        guard case .map(let members) = item.content, members.contains(where: { $0.key == "include" }) else {
            return nil
        }
        return try item.map(["include"])["include"]
    }

    private func items(ofPart node: ConfigNode, _ key: String, _ path: [String]) throws(ConfigError) -> [ConfigNode] {
        let name = try node.identifier()
        guard !path.contains(name) else {
            throw node.fault("a cycle: \((path + [name]).joined(separator: " includes "))")
        }
        guard let part = try parts(name) else { throw node.fault("there is no part \(name) beside the pack") }
        let top = try ConfigNode.read(part.text, file: part.file)
        let map = try top.map(["gates", "bases"])
        guard let list = map[key] else { throw top.fault("the part \(name) has no \(key)") }
        return try items(of: list, key: key, path: path + [name])
    }
}
