/// Each is a switch and no table: a switch over these cases is one look at a word of bits.
extension Tag {
    /// Elements that a browser sets on lines of their own: text on either side belongs to other paragraphs.
    public var isBlock: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .body, .caption, .center, .col, .colgroup, .dd, .details,
            .dialog, .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2,
            .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .legend, .li, .link, .main, .menu, .meta,
            .nav, .noframes, .ol, .optgroup, .option, .p, .pre, .script, .search, .section, .style, .summary,
            .table, .tbody, .td, .tfoot, .th, .thead, .title, .tr, .ul, .xmp, .plaintext, .base, .template,
            .select:
            true
        default: false
        }
    }

    /// Elements that may stand in `head` (HTML Standard, "the 'in head' insertion mode").
    var isHeadContent: Bool {
        switch self {
        case .base, .link, .meta, .title, .style, .script, .noscript, .template, .noframes: true
        default: false
        }
    }

    /// Elements without content or end tag ("Void elements").
    public var isVoid: Bool {
        switch self {
        case .area, .base, .basefont, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source,
            .track, .wbr:
            true
        default: false
        }
    }

    /// Elements that end an open `p` but that libxml2 2.9 does not know.
    var closesParagraphInHTML5: Bool {
        switch self {
        case .article, .aside, .details, .dialog, .figcaption, .figure, .footer, .header, .hgroup, .main, .nav,
            .search, .section, .summary:
            true
        default: false
        }
    }

    /// Elements that end svg or math when met inside them ("The rules for parsing tokens in foreign content").
    var breaksOutOfForeign: Bool {
        switch self {
        case .b, .big, .br, .code, .em, .i, .img, .nobr, .ruby, .s, .small, .span, .strong, .sub, .sup, .u: true
        default: isBlock
        }
    }

    /// Elements whose body is not markup.
    var isRawText: Bool {
        switch self {
        case .script, .style, .title, .textarea, .iframe, .noembed, .noframes, .xmp, .plaintext: true
        default: false
        }
    }
}
