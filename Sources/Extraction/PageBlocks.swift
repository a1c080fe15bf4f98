/// The label of every node of a page reading, in step with `PageReading.nodes`.
public struct PageBlocks: Sendable {
    /// One label a node.
    public internal(set) var labels: [BlockLabel]
    /// The element that holds the main text; -1 if the page has none.
    public internal(set) var mainRoot: Int32

    init(labels: [BlockLabel], mainRoot: Int32) {
        self.labels = labels
        self.mainRoot = mainRoot
    }

    /// The part that the node plays on its page. Asked for every node by several readers.
    @inlinable
    public func label(of node: Int) -> BlockLabel { labels[node] }

    public var hasMain: Bool { mainRoot >= 0 }
}
