/// Types of structured data, by what they mean for the text of a page.
enum WorkType {
    /// The text of the page, or the page.
    static let text: Set<String> = [
        "WebPage", "Article", "NewsArticle", "BlogPosting", "CreativeWork", "ScholarlyArticle", "TechArticle", "Report",
        "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
        "ReportageNewsArticle", "ReviewNewsArticle", "MedicalScholarlyArticle", "SatiricalArticle", "APIReference",
        "SocialMediaPosting", "LiveBlogPosting", "DiscussionForumPosting", "Blog", "Book", "Chapter", "Recipe", "HowTo",
        "LearningResource", "Course", "FAQPage", "QAPage", "ItemPage", "AboutPage", "ContactPage", "ProfilePage",
        "CollectionPage", "MedicalWebPage", "Text", "Document", "Work", "Item", "Post", "DefinedTerm", "Thesis",
        "Legislation", "Review", "Poem", "ShortStory", "PublicationIssue", "AdvertiserContentArticle", "Quiz",
        "DigitalDocument", "TextDigitalDocument", "Manuscript", "Dictionary", "Webpage", "article",
    ]

    /// Whether a licence of a thing of these types is one of the page's text.
    static func isText(_ types: [String]) -> Bool { types.contains { text.contains($0) } }

    /// What kind of thing a type that is no text names.
    static func kind(_ type: String) -> LicenceCandidate.Subject {
        ["ImageObject", "Photograph", "StillImage", "Image", "VideoObject"].contains(type) ? .figure : .asset
    }

    /// The last part of a type's URL or prefixed name.
    static func local(_ type: String) -> String {
        String(
            type[(type.lastIndex { $0 == "/" || $0 == "#" || $0 == ":" }.map(type.index(after:)) ?? type.startIndex)...]
        )
    }
}
