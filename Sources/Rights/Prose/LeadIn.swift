internal import Markup

/// The text that a block goes on from or is gone on with: `You may not:` before an item of a list, the term of a
/// description, the other cells of a row.
///
/// By the mark-up these are blocks of their own; whoever reads them takes them for one sentence.
struct LeadIn {
    /// Text nodes that are read before the block, those of one lead-in each.
    var before: [[Int]] = []
    /// Text nodes that are read behind it.
    var after: [Int] = []

    var isEmpty: Bool { before.isEmpty && after.isEmpty }
}
