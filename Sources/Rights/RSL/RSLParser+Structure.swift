internal import Markup

extension RSLParser {
    /// Whether every element and attribute of the namespace is known, in its place and not too often.
    ///
    /// What stands in other namespaces is passed over with all it holds (sections 1.2 and 3).
    func checkStructure(at root: Int) throws(RSLFault) {
        var at = root
        while at < xml.elements[root].end {
            let element = xml.elements[at]
            guard element.name.namespace == RSLDocument.namespace else {
                at = element.end
                continue
            }
            guard let schema = RSLSchema.elements[element.name.local] else {
                throw fault("unknown element `\(element.name.local)`", at)
            }
            try checkAttributes(of: at, schema)
            try checkChildren(of: at, schema)
            at += 1
        }
    }

    private func checkAttributes(of index: Int, _ schema: RSLSchema) throws(RSLFault) {
        let element = xml.elements[index]
        for attribute in element.attributes {
            // What has no namespace is the element's own; that of others is theirs.
            let name = attribute.name
            if name.namespace == RSLDocument.namespace { throw fault("unknown attribute `\(name.local)`", index) }
            guard name.namespace.isEmpty else { continue }
            guard attribute.value.utf8.count <= Self.longest else { throw fault("`\(name.local)` is too long", index) }
            guard schema.required.contains(name.local) || schema.optional.contains(name.local) else {
                throw fault("unknown attribute `\(name.local)` of `\(element.name.local)`", index)
            }
        }
        for name in schema.required.sorted() where element[name] == nil {
            throw fault("`\(element.name.local)` without `\(name)`", index)
        }
    }

    private func checkChildren(of index: Int, _ schema: RSLSchema) throws(RSLFault) {
        let element = xml.elements[index]
        var seen: Set<String> = []
        for child in xml.children(of: index) where xml.elements[child].name.namespace == RSLDocument.namespace {
            let name = xml.elements[child].name.local
            guard let occurrence = schema.children[name] else {
                throw fault("`\(name)` in `\(element.name.local)`", child)
            }
            let isNew: Bool
            switch occurrence {
            case .many: isNew = true
            case .once: isNew = seen.insert(name).inserted
            case .oncePerType: isNew = seen.insert(name + " " + (xml.elements[child]["type"] ?? "")).inserted
            }
            guard isNew else { throw fault("`\(name)` stands twice", child) }
        }
        guard schema.children.isEmpty || ByteText.trimmed(element.text).isEmpty else {
            throw fault("text in `\(element.name.local)`, which holds elements", index)
        }
    }
}
