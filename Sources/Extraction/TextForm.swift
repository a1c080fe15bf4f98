/// How the main text of a page is written down.
public enum TextForm: String, Sendable, CaseIterable {
    /// Paragraphs, headings, items and rows of tables on lines of their own, the cells of a row parted by tabs.
    case text
    /// The same blocks as CommonMark 0.31 with the tables of GitHub Flavored Markdown 0.29: headings, lists,
    /// quotations, terms, code and tables keep what they are; inside a line so do code and images, and a sign that would be
    /// read as markup has a backslash before it.
    case markdown
}
