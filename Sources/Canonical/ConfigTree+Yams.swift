internal import Yams

extension ConfigTree {
    /// Reads any YAML file that settings may be.
    ///
    /// Anchors, aliases, merge keys, keys that are no text and several documents are refused.
    static func entries(yaml text: String, file: String) throws -> [Entry] {
        // No tags are told from how a value is spelt: readers ask for what they want.
        let parser = try Parser(yaml: text, resolver: .basic)
        // Nodes know their anchors only as long as the parser lives.
        return try withExtendedLifetime(parser) {
            guard let node = try parser.singleRoot() else {
                throw ConfigError(file: file, line: 0, key: "", problem: "the file is empty")
            }
            var reading = Reading(file: file)
            try reading.read(node, path: "", at: .top)
            return reading.rows.entries
        }
    }

    private struct Reading {
        let file: String
        var rows = ConfigEntries()

        mutating func read(_ node: Node, path: String, at position: ConfigEntries.Position) throws(ConfigError) {
            let line = Int32(clamping: node.mark?.line ?? 0)
            if let anchor = node.anchor {
                throw fault(
                    line, path, "anchors (&\(anchor.rawValue)) are not read here; write the value where it is due")
            }
            switch node {
            case .scalar(let scalar):
                let isText = scalar.style != .plain || scalar.tag == Tag(.str)
                rows.add(isText ? .text : .plain, line: line, position, text: scalar.string)
            case .sequence(let sequence):
                let row = rows.add(.list, line: line, position)
                for (index, item) in sequence.enumerated() {
                    try read(item, path: "\(path)[\(index)]", at: .init(parent: row, index: Int32(clamping: index)))
                }
                rows.close(row)
            case .mapping(let mapping):
                let row = rows.add(.map, line: line, position)
                for (key, value) in mapping { try read(value, under: key, path, row) }
                rows.close(row)
            case .alias(let alias):
                throw fault(line, path, "aliases (*\(alias.anchor)) are not read here; write the value out")
            }
        }

        private mutating func read(_ value: Node, under key: Node, _ path: String, _ row: Int32) throws(ConfigError) {
            let line = Int32(clamping: key.mark?.line ?? 0)
            guard case .scalar(let name) = key else { throw fault(line, path, "a key must be plain text") }
            guard name.string != "<<" || name.style != .plain else {
                throw fault(line, path, "merge keys (<<) are not read here")
            }
            let below = path.isEmpty ? name.string : "\(path).\(name.string)"
            try read(value, path: below, at: .init(parent: row, key: name.string, keyLine: line))
        }

        private func fault(_ line: Int32, _ path: String, _ problem: String) -> ConfigError {
            ConfigError(file: file, line: Int(line), key: path, problem: problem)
        }
    }
}
