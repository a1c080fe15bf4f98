/// Kinds of works, by which operators class sources: what a product may replace, what models tend to repeat.
public enum WorkClass: String, CaseIterable, Hashable, Sendable {
    /// Where no list says otherwise.
    case webGeneral = "web.general"
    case news
    case lyrics
    case poem
    case recipe
    case exam
    case shortStory = "short-story"
    case code
    case fiction
    case reference
    case legalDatabase = "legal-database"
    case stockPhoto = "stock-photo"
    case forum
    /// Shown under a licence for out-of-commerce works.
    case outOfCommerce = "out-of-commerce"
}
