/// Crawlers that gather training data, and by which a site that names them reserves that use.
///
/// Source: the operators' own pages and ai-robots-txt/ai.robots.txt of 2026-08-22, read 2026-11-23.
public enum TrainingAgents {
    /// A refusal of any of these, by name, is evidence of a reservation against training.
    public static let core = [
        "GPTBot", "CCBot", "ClaudeBot", "anthropic-ai", "Google-Extended", "Applebot-Extended", "Bytespider",
        "meta-externalagent", "Amazonbot",
    ]

    /// Agents that robots meta elements are addressed to, in lower case.
    static let addressed: Set<String> = Set(core.map { ByteText.lowercased($0) }).union([
        "googlebot", "googlebot-news", "googlebot-image", "bingbot", "msnbot", "slurp", "yandex", "yandexbot",
        "baiduspider", "duckduckbot", "applebot", "facebookbot", "facebookexternalhit", "claude-web", "cohere-ai",
        "ai2bot", "diffbot", "omgili", "omgilibot", "timpibot", "petalbot", "spawningbot", "perplexitybot",
        "oai-searchbot", "chatgpt-user", "img2dataset", "deepseekbot", "googleother", "teoma", "googlebot-video",
    ])
}
