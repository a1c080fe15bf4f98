/// How a document and what it speaks of came together, which says what the URLs in it mean.
///
/// Source: RSL 1.0, sections 3.3.1 and 4.4 to 4.8.
public enum RSLAssociation: Hashable, Sendable {
    /// Named by robots.txt: every content is a pattern on the site. An empty URL reaches all of it, so that a refusal
    /// which forgot its path is none the less one.
    case site
    /// Named by a header or a link: an empty URL is the page or element that names it, others are patterns.
    case link
    /// Standing in the page itself: it speaks for its place, whatever canonical URL it names.
    case placement
    /// Standing in metadata of the thing it speaks for, whatever address it names.
    case embedded
}
