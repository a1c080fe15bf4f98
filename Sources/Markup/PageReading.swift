/// What one pass over a page found: one UTF-8 buffer and flat arrays, in document order.
///
/// It holds no string, class or closure per node, so copying it copies four references.
public struct PageReading: Sendable {
    /// Attribute values and text, entities decoded, in the order they were read.
    public internal(set) var buffer: [UInt8] = []
    /// Elements, text runs and kept comments in preorder.
    public internal(set) var nodes: [Node] = []
    /// The kept attributes of all elements; an element's stand side by side.
    public internal(set) var attributes: [Attribute] = []

    /// `meta` elements, wherever they stand; nodes in `template` are in no list.
    public internal(set) var metas: [Int32] = []
    /// `link` elements, wherever they stand.
    public internal(set) var links: [Int32] = []
    /// `a` and `area` elements with an `href`.
    public internal(set) var anchors: [Int32] = []
    /// `script` elements whose body was kept: types application/ld+json and application/rsl+xml.
    public internal(set) var dataScripts: [Int32] = []
    /// Elements with `itemscope` or `itemprop`.
    public internal(set) var microdata: [Int32] = []
    /// Elements with `property`, `typeof`, `about`, `resource`, `vocab` or `prefix`.
    public internal(set) var rdfa: [Int32] = []
    /// Kept comments.
    public internal(set) var comments: [Int32] = []

    /// The first `base` element with an `href`; -1 if none.
    public internal(set) var baseNode: Int32 = -1
    /// The first `title` element outside svg; -1 if none.
    public internal(set) var titleNode: Int32 = -1
    /// The `html` element; -1 if the page is empty.
    public internal(set) var htmlNode: Int32 = -1
    /// The `body` element; -1 if none.
    public internal(set) var bodyNode: Int32 = -1

    /// How many faults were met, and the first few of them.
    public internal(set) var faultCount = 0
    public internal(set) var faults: [MarkupFault] = []
    /// False if a limit ended the reading or shortened a value: what was not read may say anything.
    public internal(set) var complete = true

    /// How the bytes came to be text; what was guessed or replaced may have been other words.
    public internal(set) var decoding = TextDecoding.certain

    /// Marks the reading as one from which nothing absent may be concluded: the bytes were likely read wrongly.
    public mutating func distrust() { complete = false }

    public init() {}
}
