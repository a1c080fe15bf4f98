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
    /// Texts that are rarely all that a page holds: a licence of theirs is the page's if they name it, or are named as it is.
    static let partial: Set<String> = [
        "Recipe", "HowTo", "Chapter", "Quiz", "Review", "DefinedTerm", "Poem", "ShortStory", "SocialMediaPosting",
        "Legislation", "Item", "Post", "Text",
    ]
    /// Texts of others on the page, or one among texts of others.
    static let ofOthers: Set<String> = [
        "AdvertiserContentArticle", "CollectionPage", "DiscussionForumPosting", "QAPage",
    ]
    /// What a page may be made to show, so that its licence is that of what it shows.
    static let shown: Set<String> = [
        "ImageObject", "Photograph", "VideoObject", "AudioObject", "MediaObject", "Dataset", "DataDownload",
        "SoftwareApplication", "SoftwareSourceCode", "WebApplication", "MobileApplication", "Book", "Product",
        "VisualArtwork", "Painting", "Drawing", "Map", "MusicRecording", "MusicComposition", "Movie", "PodcastEpisode",
        "3DModel", "ImageGallery",
    ]
    /// What a text may be a part of, besides texts and parts of a site.
    private static let holders: Set<String> = [
        "Periodical", "PublicationVolume", "PublicationIssue", "Newspaper", "CreativeWorkSeries", "Book", "BookSeries",
        "Collection", "ComicIssue", "Course", "LearningResource",
    ]
    /// Sites, to which their pages belong.
    static let sites: Set<String> = ["WebSite", "Blog", "Newspaper", "WebPage"]
    /// Texts to learn from, which describe themselves as often as they are described.
    static let learning: Set<String> = ["LearningResource"]
    /// Parts of a page, sites and holders: they license nothing of their own, so that a link inside speaks for the page.
    static let frames: Set<String> = [
        "WPFooter", "WPHeader", "WebSite", "WebPageElement", "Person",
        "Organization", "Corporation", "NewsMediaOrganization", "EducationalOrganization", "GovernmentOrganization",
        "LocalBusiness", "NGO", "CollegeOrUniversity",
    ]

    /// Whether a licence of a thing of these types is one of the page's text: each of them must be.
    static func isText(_ types: [String]) -> Bool { !types.isEmpty && types.allSatisfy(text.contains) }

    /// Whether a thing of a type may hold the text of a page: of a data set no text is a part.
    static func mayHold(_ type: String) -> Bool {
        text.contains(type) || frames.contains(type) || holders.contains(type)
    }

    /// Whether what closes a thing of these types may close the page.
    static func mayBeText(_ types: [String]) -> Bool {
        types.contains { text.contains($0) || presented.contains($0) }
    }

    /// What kind of thing a type that is no text names.
    static func kind(_ type: String) -> LicenceCandidate.Subject {
        ["ImageObject", "Photograph", "StillImage", "MovingImage", "Image", "VideoObject"].contains(type)
            ? .figure : .asset
    }

    /// The last part of a type's URL or prefixed name.
    static func local(_ type: String) -> String {
        String(
            type[(type.lastIndex { $0 == "/" || $0 == "#" || $0 == ":" }.map(type.index(after:)) ?? type.startIndex)...]
        )
    }
}
