/// The memory a scanner writes to, kept from page to page: fresh memory costs a page fault for every few thousand bytes.
///
/// It belongs to one parser, and to one scanner at a time.
final class ScannerMemory {
    /// Bytes of a page up to which the memory is kept.
    private static let kept = 2 << 20

    private(set) var buffer: UnsafeMutablePointer<UInt8>
    private(set) var skeleton: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var items: [PageScanner.Item] = []

    init() {
        capacity = 0
        buffer = .allocate(capacity: Self.bufferBytes(0))
        skeleton = .allocate(capacity: Self.skeletonBytes(0))
    }

    deinit {
        buffer.deallocate()
        skeleton.deallocate()
    }

    /// Decoded bytes are never more than source bytes.
    private static func bufferBytes(_ count: Int) -> Int { count + 16 }

    /// A breakout from svg, a late `</head>` or an implied `</p>` adds at most seven bytes to a tag of three.
    private static func skeletonBytes(_ count: Int) -> Int { count * 4 + 96 }

    /// Makes room for a page, and gives back what a very long one before it took.
    func fit(_ count: Int) {
        guard count > capacity || capacity > Self.kept && count <= Self.kept else { return }
        buffer.deallocate()
        skeleton.deallocate()
        capacity = count > Self.kept ? count : max(count + count / 2, 1 << 18)
        buffer = .allocate(capacity: Self.bufferBytes(capacity))
        skeleton = .allocate(capacity: Self.skeletonBytes(capacity))
        if capacity > Self.kept { items = [] }
    }

    /// An empty list, with the room that the last one had.
    func takeItems() -> [PageScanner.Item] {
        var taken: [PageScanner.Item] = []
        swap(&taken, &items)
        taken.removeAll(keepingCapacity: true)
        return taken
    }

    /// Takes a list back for the next page.
    func keep(_ used: inout [PageScanner.Item]) {
        if capacity <= Self.kept { swap(&used, &items) }
    }
}
