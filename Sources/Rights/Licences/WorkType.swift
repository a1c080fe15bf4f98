/// Types of structured data, by what they mean for the text of a page.
enum WorkType {
    /// The text of the page, or the page.
    static let text: Set<String> = [
        "WebPage", "Article", "NewsArticle", "BlogPosting", "CreativeWork", "ScholarlyArticle", "TechArticle", "Report",
        "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
        "ReportageNewsArticle", "ReviewNewsArticle", "MedicalScholarlyArticle", "SatiricalArticle", "APIReference",
        "SocialMediaPosting", "LiveBlogPosting", "DiscussionForumPosting", "Blog", "Chapter", "Recipe", "HowTo",
        "FAQPage", "QAPage", "ItemPage", "AboutPage", "ContactPage", "ProfilePage",
        "CollectionPage", "MedicalWebPage", "Text", "Document", "Work", "Item", "Post", "BlogPost", "WikiArticle",
        "DefinedTerm",
        "Legislation", "Review", "Poem", "ShortStory", "AdvertiserContentArticle", "Quiz", "Webpage", "article",
    ]
    /// Works that pages present: a licence of theirs is rarely that of the page which speaks of them.
    static let presented: Set<String> = [
        "Book", "LearningResource", "Course", "PublicationIssue", "DigitalDocument", "TextDigitalDocument",
        "Manuscript",
        "Dictionary", "Thesis",
    ]
    /// Texts to learn from, which describe themselves as often as they are described.
    static let learning: Set<String> = ["LearningResource"]
    /// Parts of a page, sites and holders: they license nothing of their own, so that a link inside speaks for the page.
    static let frames: Set<String> = [
        "WPFooter", "WPHeader", "WPSideBar", "WebSite", "WebPageElement", "SiteNavigationElement", "Person",
        "Organization", "Corporation", "NewsMediaOrganization", "EducationalOrganization", "GovernmentOrganization",
        "LocalBusiness", "NGO", "CollegeOrUniversity",
    ]

    /// Whether a licence of a thing of these types is one of the page's text: each of them must be.
    static func isText(_ types: [String]) -> Bool { !types.isEmpty && types.allSatisfy(text.contains) }

    /// Whether what closes a thing of these types may close the page.
    static func mayBeText(_ types: [String]) -> Bool {
        types.contains { text.contains($0) || presented.contains($0) }
    }

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
