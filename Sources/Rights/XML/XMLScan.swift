internal import Canonical
internal import Markup
internal import Provenance

/// One walk over an XML document that finds what statements may speak of, and the statements.
///
/// Elements are known by their namespace, wherever they stand: vocabularies are mixed freely in feeds and records.
struct XMLScan {
    /// What an element is by RDF/XML: things and their properties take turns.
    enum Stripe: Hashable { case none, node, property }

    /// Statements kept; a document with more is not read to its end.
    static let limit = 4096

    let input: XMLInput
    private(set) var holders: [XMLHolder] = []
    private(set) var statements: [XMLStatement] = []
    /// Values of the TDM Reservation Protocol by the element they stand in.
    private(set) var reservations: [(value: String, element: Int)] = []
    private(set) var policies: [(value: String, element: Int)] = []
    /// Documents of RSL that links name, with the element of each.
    private(set) var namedTerms: [(target: String, element: Int)] = []
    /// Whom to credit for the document.
    private(set) var attribution = ""
    /// There are more statements than are kept.
    private(set) var isCut = false
    /// By element, the nearest holder.
    private var nearest: [Int32] = []
    private var stripes: [Stripe] = []
    private var media: [Int: Int] = [:]
    /// What stands for the TDM Reservation Protocol in the names of a package's properties.
    let tdmPrefixes: [String]

    init(_ input: XMLInput) {
        self.input = input
        tdmPrefixes = OpenPackage.tdmPrefixes(input)
        guard !input.xml.elements.isEmpty else { return }
        // What stands outside any known thing speaks of nobody knows what.
        holders.append(XMLHolder(level: .resource, element: 0, isDocument: false, outer: -1))
        nearest.reserveCapacity(input.xml.elements.count)
        stripes.reserveCapacity(input.xml.elements.count)
        var vocabularies: [String: (any XMLVocabulary.Type)?] = [:]
        for index in input.xml.elements.indices {
            let namespace = input.element(index).name.namespace
            let known = vocabularies[namespace] ?? XMLVocabularies.of(namespace)
            vocabularies[namespace] = known
            visit(index, known)
        }
        for index in Set(statements.map(\.holder)) { holders[index].subject = subject(of: holders[index]) }
    }

    func stripe(of index: Int) -> Stripe { stripes[index] }

    /// Index of the holder nearest to an element, or of the holder it is.
    func holder(of index: Int) -> Int { Int(nearest[index]) }

    private mutating func visit(_ index: Int, _ vocabulary: (any XMLVocabulary.Type)?) {
        let parent = input.parent(index)
        stripes.append(nextStripe(index, parent))
        let outer = parent.map { holder(of: $0) } ?? 0
        nearest.append(Int32(outer))
        let level = vocabulary?.level(of: index, in: self) ?? (stripes[index] == .node ? .resource : nil)
        if let level { open(level, index, outer) }
        // A document that is cut counts as unreadable, whatever else stands in it.
        guard !isCut else { return }
        vocabulary?.read(index, into: &self)
        if stripes[index] == .node { RDFXML.readAttributes(of: index, into: &self) }
    }

    private func nextStripe(_ index: Int, _ parent: Int?) -> Stripe {
        guard let parent else { return .none }
        if input.element(parent).name == RDFXML.root { return .node }
        switch stripes[parent] {
        case .none: return .none
        case .node: return .property
        case .property: return .node
        }
    }

    private mutating func open(_ level: XMLHolder.Level, _ index: Int, _ outer: Int) {
        nearest[index] = Int32(holders.count)
        let isDocument = isDocument(level, index)
        let shown = level == .resource && isDocument ? .document : level
        holders.append(XMLHolder(level: shown, element: index, isDocument: isDocument, outer: outer))
    }

    /// Whether what is said of the element is said of the whole document.
    private func isDocument(_ level: XMLHolder.Level, _ index: Int) -> Bool {
        switch level {
        case .feed, .entry, .article, .package: return index == 0
        case .channel, .resource:
            if let about = input.rdf("about", of: index) { return input.isThisDocument(about, at: index) }
            // A thing of RDF without an address, or with one inside the document, is not the document.
            return level == .channel && stripes[index] == .none && input.element(index).parent == 0
        case .document, .item, .source, .media, .image, .record, .metadata, .part: return false
        }
    }

    /// The holder for what is said of the media files that a thing encloses.
    mutating func mediaHolder(of index: Int) -> Int {
        let outer = holder(of: index)
        if holders[outer].level == .media { return outer }
        if let known = media[outer] { return known }
        media[outer] = holders.count
        holders.append(XMLHolder(level: .media, element: holders[outer].element, isDocument: false, outer: outer))
        return holders.count - 1
    }

    mutating func credit(_ name: String, at index: Int) {
        if attribution.isEmpty, holders[holder(of: index)].isDocument { attribution = name }
    }

    mutating func reserve(_ value: String, at index: Int) { reservations.append((value, index)) }
    mutating func addPolicy(_ value: String, at index: Int) { policies.append((value, index)) }
    mutating func nameTerms(_ target: String, at index: Int) { namedTerms.append((ByteText.trimmed(target), index)) }

    mutating func add(_ statement: XMLStatement) {
        guard statements.count < Self.limit else { return isCut = true }
        statements.append(statement)
    }
}
