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
    /// How many blocks a list may stand behind what it belongs to: its own heading.
    static let blocksOfAHeading = 2
    /// Percent of the running text that a child must hold for the search of the main element to go into it: a page's
    /// comments or sidebar seldom hold more than a quarter.
    static let shareOfChild = 75
    /// Weight up to which words that also name the wrappers of whole articles (`meta`, `header`) are believed.
    static let smallElement: Int32 = 200
    /// Running text beside comments that is a work of its own, however long they are: a short article.
    static let workBesideComments: Int32 = 600
    /// Nodes of a small element that are looked at one by one; one of more is made to cost time.
    static let nodesOfASmallElement = 128
    /// Words in an `id` up to which it names a part; longer ones are headings made into anchors.
    static let wordsOfAnID = 3
    /// Weight of a cell above which a table lays out a page and does not hold data: several paragraphs.
    static let cellOfLayout: Int32 = 600
    /// Weight of a table of data that is kept without text beside it: what a list of a dozen rows has.
    static let ownTable: Int32 = 200
    /// Nodes of an anchor that may be a handle: itself, a span or an image, and a sign.
    static let nodesOfAHandle = 6
    /// Elements with text and the same classes beside one that make it one of several posts: two columns of a page may share
    /// a class.
    static let othersOfAClass = 2
    /// Questions with answers that make a work of short pieces: an error page or a login has one or two.
    static let leastAnswers = 3
    /// Steps from a number to the next in a table that make it a calendar: most of a month.
    static let daysOfACalendar = 20
    /// Bytes from the start of a text that are looked at for what no work is like: some hundred words.
    static let sample = 2048
    /// Words of a sample from which on repetition and lists can be told from prose.
    static let wordsToJudge = 30
    /// Different words up to which a sample may be a phrase that is repeated; a sentence has more.
    static let handful = 6
    /// How often each of those is said on average; in a verse or a list of the same few words three or four times.
    static let repeated = 20
    /// Of so many words in a text without any sentence one is said twice, or it is a list of words: prose repeats its small
    /// words sooner.
    static let unrepeated = 20
    /// Words that are said most in a text: the articles, pronouns and prepositions of a few sentences.
    static let wordsSaidOften = 4
    /// Percent of the mean length of a text's words from which on those said most are no small words; in prose they are
    /// half as long.
    static let lengthOfOften = 80
    /// Mean length of the words of a script with spaces, above which it is one without: no language's mean is above ten.
    static let charactersOfAWord = 10
    /// Ideographs of a word or name; what stands between two signs of prose is longer.
    static let charactersOfATerm = 4
    /// Bytes of an image's address that is written down; longer ones hold the picture or a session.
    static let bytesOfAnAddress = 512
}
