/// The work-bearing text of a page and the part every block plays.
public struct ExtractedDocument: Sendable {
    /// UTF-8; paragraphs end in a line feed, except the last.
    ///
    /// Empty if the page has no main text.
    public let text: [UInt8]
    public let blocks: PageBlocks
    public let title: String?
    /// The language the page states for itself (`html lang`); nil if it states none.
    public let language: String?
}
