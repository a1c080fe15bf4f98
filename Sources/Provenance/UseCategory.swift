/// The kind of use a signal speaks of.
public enum UseCategory: String, CaseIterable, Hashable, Sendable {
    case crawl
    case train
    case trainNonGenerative = "train-nongen"
    case aiInput = "ai-input"
    case index
    case search
    case tdm
    case all
    case display
    case licence
    case access
}
