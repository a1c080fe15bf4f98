/// Names by which people mean every crawler, in lower case. None of them is one crawler's.
enum AllCrawlers {
    static let names: Set<String> = [
        "robots", "robot", "any", "all", "default", "everyone", "bot", "bots", "crawler", "crawlers", "spider",
        "spiders", "ai", "ai-bot", "ai-bots", "aibot", "aibots", "ai-crawler", "ai-crawlers", "genai", "aicrawler",
        "aicrawlers", "llm", "llms", "llmbot", "llmbots", "gpt", "ml", "aiagent", "aiagents", "aiscraper", "aiscrapers",
        "aitraining", "scraper", "scrapers", "everybody", "anyone", "everything",
        // Written in one, whatever stands between their words.
        "machinelearning", "deeplearning", "artificialintelligence", "generativeai", "datamining", "textmining",
        "textanddatamining", "tdm", "neuralnetworks", "llmtraining", "modeltraining",
    ]

    /// Words that may stand beside one of these: `all AI bots`, `machine-learning crawlers`.
    static let beside: Set<String> = [
        "agent", "agents", "machine", "learning", "generative", "training", "model", "models", "of", "for", "every",
    ]
}
