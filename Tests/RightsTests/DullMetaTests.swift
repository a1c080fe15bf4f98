import Testing

@testable import Rights

@Suite("Meta elements no reader asks for")
struct DullMetaTests {
    @Test(
        "Names of display and sharing are passed over, in any case",
        arguments: [
            "viewport", "Description", "og:image", "og:image:width", "OG:Title", "twitter:card", "fb:app_id",
            "theme-color",
            "article:published_time", "msapplication-TileColor",
        ])
    func dull(_ name: String) { #expect(DullMeta.isDull(Array(name.utf8)[...])) }

    @Test(
        "Names that say something of rights, of the work or of its address are not",
        arguments: [
            "", "robots", "googlebot", "twitterbot", "facebookexternalhit", "applebot-extended", "og:url", "og:license",
            "og:copyright", "og:restrictions:content", "og:content_tier", "og:site_name", "article:content_tier",
            "article:license", "article:copyright", "tdm-reservation", "tdm_reservation", "rights", "dc.rights",
            "copyright",
            "citation_doi", "author", "content-usage", "content-signal", "x-robots-tag", "ai-training", "permissions",
            "isaccessibleforfree", "rsl", "alfabot", "descriptions", "refresh-ai",
        ])
    func heard(_ name: String) { #expect(!DullMeta.isDull(Array(name.utf8)[...])) }
}
