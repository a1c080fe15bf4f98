/// Every machine-readable way of speaking of rights that Muniment knows of, by carrier.
///
/// The order is part of the evidence format: a row holds one letter per protocol in this order, and the manifest
/// names the set by ``setID``. A new protocol is added at the end and the set id raised. Knowing a protocol is not
/// reading it: what no code reads is `notChecked`.
public enum RightsProtocol: String, CaseIterable, Hashable, Sendable {
    case robots = "robots"
    case robotsAIAgents = "robots.ai-agents"
    case aiprefRobots = "aipref.robots"
    case aiprefHeader = "aipref.header"
    case contentSignalRobots = "content-signal.robots"
    case contentSignalHeader = "content-signal.header"
    case tdmrepFile = "tdmrep.file"
    case tdmrepHeader = "tdmrep.header"
    case tdmrepMeta = "tdmrep.meta"
    case tdmrepEmbedded = "tdmrep.embedded"
    case xRobotsTag = "x-robots-tag"
    case metaRobots = "meta.robots"
    case aiTxt = "ai.txt"
    case trustTxt = "trust.txt"
    case rslRobots = "rsl.robots"
    case rslHeader = "rsl.header"
    case rslPage = "rsl.page"
    case licenceHeader = "licence.header"
    case licencePage = "licence.page"
    case licenceFeed = "licence.feed"
    case embeddedXMP = "embedded.xmp"
    case embeddedC2PA = "embedded.c2pa"
    case naturalLanguage = "natural-language"
    case accessStatus = "access.status"
    case accessPage = "access.page"
    /// RSL inside a file: XMP, EPUB, a feed's item.
    case rslEmbedded = "rsl.embedded"

    /// The name of this list and its order, for the manifest.
    public static let setID = "protocols-2"
}
