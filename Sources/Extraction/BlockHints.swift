internal import Markup

/// What an element's own tag, role and class words say about the part it plays.
///
/// All rules stand in this file.
enum BlockHints {
    /// How far a hint is trusted.
    enum Strength: UInt8 {
        /// Whatever the element holds.
        case always
        /// Unless it holds half of the page's running text.
        case unlessMost
        /// Only if it holds little text.
        case ifSmall
    }

    struct Hint {
        var label: BlockLabel
        var strength: Strength
    }

    /// Elements whose name alone says what they are.
    static func hint(of tag: Tag) -> Hint? {
        switch tag {
        case .nav, .menu: Hint(label: .navigation, strength: .always)
        case .head, .title, .meta, .link, .base: Hint(label: .metadata, strength: .always)
        case .script, .style, .template, .svg, .math, .noscript, .object, .applet, .iframe, .canvas:
            Hint(label: .hidden, strength: .always)
        case .button, .select, .option, .optgroup, .textarea, .input, .datalist, .label, .meter, .progress:
            Hint(label: .form, strength: .always)
        case .dialog: Hint(label: .boilerplate, strength: .unlessMost)
        case .figure, .figcaption, .picture, .video, .audio, .caption: Hint(label: .figure, strength: .unlessMost)
        case .header: Hint(label: .header, strength: .unlessMost)
        case .footer: Hint(label: .footer, strength: .unlessMost)
        case .aside: Hint(label: .aside, strength: .unlessMost)
        default: nil
        }
    }

    /// ARIA landmark roles (WAI-ARIA 1.2, section 5.3.4) and the few widget roles that hold no running text.
    static let roles: [(String, BlockLabel)] = [
        ("navigation", .navigation), ("menu", .navigation), ("menubar", .navigation), ("banner", .header),
        ("contentinfo", .footer), ("complementary", .aside), ("search", .form), ("dialog", .boilerplate),
        ("alertdialog", .boilerplate), ("tooltip", .boilerplate), ("toolbar", .boilerplate),
    ]

    /// Words of `class` and `id` that are trusted unless the element holds most of the page.
    static let words: [(BlockLabel, String)] = [
        (
            .navigation,
            "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager paging topnav offcanvas sitemap"
        ),
        (.header, "masthead topbar siteheader"),
        (.footer, "footer siteFooter colophon copyright legal disclaimer"),
        (.aside, "sidebar aside rail widget widgets infobox pullquote"),
        (
            .comment,
            "comment comments commentlist disqus livefyre respond commenter replies forum kommentar kommentare commentaire "
                + "commentaires comentario comentarios commenti kommentarer reacties"
        ),
        (
            .related,
            "related recommended recommendation recommendations recirc readmore trending popular outbrain taboola "
                + "zergnet similar teaser teasers morestories moreon nextup mostread mostpopular latestnews"
        ),
        (.cookie, "cookie cookies consent gdpr ccpa cmp onetrust"),
        (.paywall, "paywall piano regwall metered tp"),
        (.figure, "caption captions wp-caption gallery slideshow carousel credit photocredit"),
        (
            .boilerplate,
            "ad ads advert adverts advertisement advertising adsbygoogle adslot dfp sponsor sponsored promo promos promotion "
                + "share sharing shares social sociallinks addthis sharedaddy newsletter newsletters subscribe subscription signup "
                + "login signin register popup popover modal overlay lightbox tooltip banner toolbar print printonly "
                + "donate donation survey rating ratings feedback skip skiplink skiplinks screenreader sr"
        ),
    ]

    /// Words trusted only on small elements: they also name the wrappers of whole articles.
    static let smallWords: [(BlockLabel, String)] = [
        (
            .boilerplate,
            "meta byline bylines author authors bio date dateline timestamp time tag tags category categories topics "
                + "keywords label labels tools actions action button buttons btn icon icons follow links link utility "
                + "notice disclosure correction alert info cta kicker eyebrow hashtags source sources reading published updated"
        ),
        (.header, "header head title headline subtitle hero"),
        (.related, "more next previous prev also read list"),
    ]
}
