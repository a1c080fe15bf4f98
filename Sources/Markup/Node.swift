extension PageReading {
    /// One element, text run or kept comment of a page, 28 bytes, with no reference to anything else.
    public struct Node: Sendable, Hashable {
        public enum Kind: UInt8, Sendable {
            case element
            /// Character data, entities decoded, neighbouring runs joined.
            case text
            /// A comment; kept only where it may carry the old Creative Commons RDF.
            case comment
            /// The raw body of a script element that holds data (JSON-LD, RSL), as the only child of that element.
            case scriptData
        }

        /// Where an element stands, so that readers need not walk up.
        public struct Context: OptionSet, Sendable, Hashable {
            public let rawValue: UInt8
            public init(rawValue: UInt8) { self.rawValue = rawValue }
            public static let head = Context(rawValue: 1)
            /// Inside `template`: not part of the page until a script puts it there.
            ///
            /// Readers pass it over.
            public static let template = Context(rawValue: 2)
            public static let noscript = Context(rawValue: 4)
            public static let svg = Context(rawValue: 8)
        }

        public var tag: Tag
        public var kind: Kind
        public var context: Context
        /// 0 for the root.
        public var depth: UInt16
        /// Index of the enclosing element; -1 for a root.
        public var parent: Int32
        /// One past the last node of the subtree: node i's subtree is `i..<end`.
        public var end: Int32
        /// Bytes from the start of the UTF-8 page to the `<` of the tag or the first byte of the text.
        ///
        /// An element the page left out (an implied `head`) has the offset of the tag that implied it.
        public var offset: Int32
        /// Element: index of its first attribute.
        ///
        /// Else: first byte of its text in the buffer.
        public var start: Int32
        /// Element: number of attributes.
        ///
        /// Else: bytes of text.
        public var count: Int32

        public var isElement: Bool { kind == .element }
        public var inTemplate: Bool { context.contains(.template) }
        public var inHead: Bool { context.contains(.head) }
    }

    /// One kept attribute of an element; its value stands in the buffer, entities decoded.
    public struct Attribute: Sendable, Hashable {
        public var name: AttributeName
        var start: Int32
        var count: Int32

        /// Where the value stands in the reading's buffer, in bytes.
        public var value: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }
}
