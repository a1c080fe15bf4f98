internal import Markup

/// Namespaces of the vocabularies that carry rights.
enum XMLNamespace {
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let xlink = "http://www.w3.org/1999/xlink"
    static let xhtml = "http://www.w3.org/1999/xhtml"
    static let dcElements = "http://purl.org/dc/elements/1.1/"
    static let dcTerms = "http://purl.org/dc/terms/"
    static let dc: Set<String> = [dcElements, dcTerms, "http://purl.org/dc/elements/1.0/"]
    /// Creative Commons' vocabulary, and what it replaced.
    static let ccREL = "http://creativecommons.org/ns#"
    static let oldCC = "http://web.resource.org/cc/"
    static let cc: Set<String> = [ccREL, "https://creativecommons.org/ns#", oldCC, "http://web.resource.org/cc"]
    static let base = XMLName("base", in: "http://www.w3.org/XML/1998/namespace")
    static let href = XMLName("href", in: xlink)
}
