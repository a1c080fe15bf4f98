internal import Markup

/// The type that RDFa gives the work which a statement names in its own block: `This <span rel="dct:type"
/// href="…/StillImage">work</span> is licensed under`, as the licence chooser wrote.
///
/// Source: the ccREL note of 2008; DCMI Type Vocabulary; read 2026-11-30.
enum WorkTypeBeside {
    /// Nodes looked at on each side.
    private static let nodes = 64
    private static let properties: Set<String> = [
        "dct:type", "dc:type", "dcterms:type", "http://purl.org/dc/terms/type", "http://purl.org/dc/elements/1.1/type",
        "rdf:type",
    ]

    /// The first type that is none of a text; nil if there is none.
    static func other(_ node: Int, _ page: PageInput) -> String? {
        let (reading, block) = (page.page, LicenceWords.block(of: node, page.page))
        let end = min(block < 0 ? reading.nodes.count : Int(reading.nodes[block].end), node + nodes)
        for index in max(block + 1, node - nodes)..<max(end, node + 1) where reading.nodes[index].isElement {
            guard let type = types(of: index, page).first(where: isOther),
                LicenceWords.block(of: index, reading) == block
            else { continue }
            return type
        }
        return nil
    }

    private static func isOther(_ type: String) -> Bool {
        !type.isEmpty && !WorkType.text.contains(type) && !WorkType.frames.contains(type)
    }

    private static func types(of node: Int, _ page: PageInput) -> [String] {
        let reading = page.page
        var written = reading.value(.typeof, of: node) ?? ""
        let isTyped = [AttributeName.rel, .property].contains { name in
            guard let value = reading.attribute(name, of: node), ByteText.contains(reading.bytes(value), "type") else {
                return false
            }
            return reading.tokens(value).contains { properties.contains(ByteText.lowercased(reading.string($0))) }
        }
        if isTyped {
            let value = [AttributeName.resource, .href, .content, .src].lazy.compactMap {
                reading.value($0, of: node)
            }.first
            written += " " + (value ?? ByteText.string(page.text(of: node, limit: 64)[...]))
        }
        return written.split(whereSeparator: \.isWhitespace).prefix(8).map { WorkType.local(String($0)) }
    }
}
