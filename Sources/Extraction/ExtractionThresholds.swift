/// The numbers that extraction rests on, each with its reason.
///
/// Weights are visible characters; one of a script written without spaces counts three (``TextBlock/weight``).
enum ExtractionThresholds {
    /// Running text below which a page has no work: a menu, a login, an error.
    static let leastWork: Int32 = 140
    /// Weight of items, cells and code that, with one paragraph, are a work without much running text: a short recipe.
    static let leastPieces: Int32 = 260
    /// A block that reads like a paragraph: two or three short sentences; labels, bylines and buttons are shorter.
    static let paragraph: Int32 = 60
    /// A block that is kept for itself inside the work: five words or so; shorter ones need a neighbour.
    static let ownBlock: Int32 = 25
    /// A short block that is no paragraph, item or cell, such as a bare `div`: below two words it is a label.
    static let shortBlock: Int32 = 12
    /// How many blocks away the neighbour of a short block may be: an item among items, a label among pictures.
    static let neighbours = 4
    /// Percent of the running text that a child must hold for the search of the main element to go into it: a page's
    /// comments or sidebar seldom hold more than a quarter.
    static let shareOfChild = 75
    /// Weight up to which words that also name the wrappers of whole articles (`meta`, `header`) are believed.
    static let smallElement: Int32 = 200
    /// Running text beside comments that is a work of its own, however long they are: a short article.
    static let workBesideComments: Int32 = 600
    /// Words in an `id` up to which it names a part; longer ones are headings made into anchors.
    static let wordsOfAnID = 3
    /// Weight of a cell above which a table lays out a page and does not hold data: several paragraphs.
    static let cellOfLayout: Int32 = 600
    /// Weight of a table of data that is kept without text beside it: what a list of a dozen rows has.
    static let ownTable: Int32 = 200
}
