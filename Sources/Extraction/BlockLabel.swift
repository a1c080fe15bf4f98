/// What part a block of a page plays.
public enum BlockLabel: UInt8, Sendable, CaseIterable {
    /// The work itself: what `ExtractedDocument.text` is made of.
    case main
    /// An image, video or the like with its caption, inside or beside the work.
    case figure
    /// What readers of the page wrote under it.
    case comment
    case navigation
    case header
    case footer
    case aside
    /// Teasers of and links to other works.
    case related
    case cookie
    case paywall
    case form
    /// Hidden, `template`, script, style or svg: not seen by a reader of the page.
    case hidden
    /// The head of the page.
    case metadata
    /// Anything else that is not the work.
    case boilerplate
}
