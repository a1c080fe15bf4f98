/// An XML document as a flat list of elements in document order.
///
/// Namespaces are resolved, comments and processing instructions left out. Of a document with faults it holds what could
/// be read: `fault` says that something may be missing, so nothing may be concluded from what is not there.
public struct XMLReading: Sendable {
    public struct Attribute: Hashable, Sendable {
        public let name: XMLName
        public let value: String
    }

    public struct Element: Sendable {
        public let name: XMLName
        public let attributes: [Attribute]
        /// Index of the parent; -1 for the root.
        public let parent: Int
        /// One past the index of the last element inside.
        public internal(set) var end: Int
        /// Its own character data, without that of elements inside.
        public internal(set) var text: String
        /// Bytes before its start tag, in the space the reading counts in.
        public let offset: Int
        /// Bytes up to the end of its start tag.
        public let tagEnd: Int

        /// The value of an attribute without namespace.
        public subscript(local: String) -> String? { self[XMLName(local)] }

        public subscript(name: XMLName) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// The root is the first.
    public internal(set) var elements: [Element] = []
    /// Why the reading is not whole, or the document not well formed; nil if neither.
    public internal(set) var fault: MarkupError?
    /// What offsets count in.
    public let space: PageText.Space
    /// The bytes that offsets point into.
    public let source: [UInt8]

    init(space: PageText.Space, source: [UInt8]) {
        self.space = space
        self.source = source
    }

    public var root: Element? { elements.first }

    /// Indices of the children of an element, in order.
    public func children(of index: Int) -> [Int] {
        var found: [Int] = []
        var at = index + 1
        while at < elements[index].end {
            found.append(at)
            at = elements[at].end
        }
        return found
    }

    public func children(of index: Int, named name: XMLName) -> [Int] {
        children(of: index).filter { elements[$0].name == name }
    }

    /// Indices of all elements of a name inside an element, itself not counted.
    public func descendants(of index: Int, named name: XMLName) -> [Int] {
        ((index + 1)..<elements[index].end).filter { elements[$0].name == name }
    }

    /// All character data of an element and of those inside it, in no order between the two.
    public func deepText(of index: Int) -> String {
        elements[index..<elements[index].end].map(\.text).joined(separator: " ")
    }

    /// The bytes of an element's start tag.
    public func tag(of index: Int) -> ArraySlice<UInt8> { source[elements[index].offset..<elements[index].tagEnd] }
}
