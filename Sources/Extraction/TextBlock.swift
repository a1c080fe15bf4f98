/// A run of text between two block boundaries: what a reader sees as one paragraph, list item, cell or heading.
struct TextBlock {
    /// First node and one past the last.
    var first: Int32
    var last: Int32
    /// The nearest block element around it.
    var owner: Int32
    /// Visible characters; one of a script written without spaces counts three.
    var weight: Int32 = 0
    /// The part of the weight that stands inside links.
    var linked: Int32 = 0
    var isKept = false

    var isMostlyLinks: Bool { linked * 2 > weight }
    /// The weight outside links if this reads like a paragraph, else 0.
    var runningWeight: Int32 { weight >= 60 && linked * 5 < weight * 2 ? weight - linked : 0 }
}
