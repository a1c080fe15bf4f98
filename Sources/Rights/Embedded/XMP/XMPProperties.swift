internal import Markup

/// Reads the properties of the descriptions that stand at the top of an RDF document.
enum XMPProperties {
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    private static let xml = "http://www.w3.org/XML/1998/namespace"
    private static let root = XMLName("RDF", in: rdf)
    private static let description = XMLName("Description", in: rdf)
    private static let arrays: Set<XMLName> = [
        XMLName("Alt", in: rdf), XMLName("Bag", in: rdf), XMLName("Seq", in: rdf),
    ]
    /// What a licence permits is not said of the file.
    private static let licence = XMLName("License", in: XMLNamespace.ccREL)
    private static let oldLicence = XMLName("License", in: XMLNamespace.oldCC)

    static func read(_ reading: XMLReading) -> [XMP.Property] {
        descriptions(reading).flatMap { properties(of: $0, reading) }
    }

    /// The nodes of every `rdf:RDF`; without one, every description that stands in no other.
    private static func descriptions(_ reading: XMLReading) -> [Int] {
        let roots = reading.elements.indices.filter { reading.elements[$0].name == root }
        let nodes = roots.flatMap { reading.children(of: $0) }
        guard roots.isEmpty else {
            return nodes.filter { reading.elements[$0].name != licence && reading.elements[$0].name != oldLicence }
        }
        var found: [Int] = []
        var at = 0
        while at < reading.elements.count {
            let isDescription = reading.elements[at].name == description
            if isDescription { found.append(at) }
            at = isDescription ? reading.elements[at].end : at + 1
        }
        return found
    }

    private static func properties(of node: Int, _ reading: XMLReading) -> [XMP.Property] {
        let element = reading.elements[node]
        let about = element[XMLName("about", in: rdf)] ?? element["about"] ?? ""
        var found = element.attributes.compactMap { attribute -> XMP.Property? in
            guard !["", rdf, xml].contains(attribute.name.namespace) else { return nil }
            let value = XMP.Value(text: ByteText.trimmed(attribute.value), language: "")
            return XMP.Property(name: attribute.name, values: [value], element: node, about: about)
        }
        for child in reading.children(of: node) {
            found.append(
                XMP.Property(
                    name: reading.elements[child].name, values: values(of: child, reading), element: child,
                    about: about))
        }
        return found
    }

    /// The value of a property element: a resource, an array's items, the `rdf:value` of a structure, or its text.
    private static func values(of index: Int, _ reading: XMLReading) -> [XMP.Value] {
        let element = reading.elements[index]
        if let resource = element[XMLName("resource", in: rdf)] ?? element["resource"] {
            return [value(resource, element)]
        }
        let children = reading.children(of: index)
        if let array = children.first(where: { arrays.contains(reading.elements[$0].name) }) {
            return reading.children(of: array).map { item(of: $0, reading) }
        }
        return [item(of: index, reading)]
    }

    private static func item(of index: Int, _ reading: XMLReading) -> XMP.Value {
        let element = reading.elements[index]
        if let resource = element[XMLName("resource", in: rdf)] { return value(resource, element) }
        let marks = [XMLName("value", in: rdf)]
        if let attribute = element[marks[0]] { return value(attribute, element) }
        if let inner = reading.descendants(of: index, named: marks[0]).first {
            return value(reading.elements[inner].text, element)
        }
        return value(reading.elements[index].end == index + 1 ? element.text : reading.deepText(of: index), element)
    }

    private static func value(_ text: String, _ element: XMLReading.Element) -> XMP.Value {
        XMP.Value(text: ByteText.trimmed(text), language: element[XMLName("lang", in: xml)] ?? "")
    }
}
