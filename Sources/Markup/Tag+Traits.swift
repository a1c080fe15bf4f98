extension Tag {
    /// Elements that a browser sets on lines of their own: text on either side belongs to other paragraphs.
    public var isBlock: Bool { Self.traits[Int(rawValue)] & 1 != 0 }

    /// Elements that may stand in `head` (HTML Standard, "the 'in head' insertion mode").
    var isHeadContent: Bool { Self.traits[Int(rawValue)] & 2 != 0 }

    /// Elements without content or end tag ("Void elements").
    public var isVoid: Bool { Self.traits[Int(rawValue)] & 4 != 0 }

    /// Elements that end an open `p` but that libxml2 2.9 does not know.
    var closesParagraphInHTML5: Bool { Self.traits[Int(rawValue)] & 8 != 0 }

    /// Elements that end svg or math when met inside them ("The rules for parsing tokens in foreign content").
    var breaksOutOfForeign: Bool { isBlock || Self.traits[Int(rawValue)] & 16 != 0 }

    /// Elements whose body is not markup.
    var isRawText: Bool { Self.traits[Int(rawValue)] & 32 != 0 }

    static let traits: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        func mark(_ bit: UInt8, _ tags: [Tag]) {
            for tag in tags { table[Int(tag.rawValue)] |= bit }
        }
        mark(
            1,
            [
                .address, .article, .aside, .blockquote, .body, .caption, .center, .col, .colgroup, .dd, .details,
                .dialog,
                .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2, .h3, .h4,
                .h5,
                .h6, .head, .header, .hgroup, .hr, .html, .legend, .li, .link, .main, .menu, .meta, .nav, .noframes,
                .ol, .optgroup, .option, .p, .pre, .script, .search, .section, .style, .summary, .table, .tbody,
                .td, .tfoot, .th, .thead, .title, .tr, .ul, .xmp, .plaintext, .base, .template, .select,
            ])
        mark(2, [.base, .link, .meta, .title, .style, .script, .noscript, .template, .noframes])
        mark(
            4,
            [
                .area, .base, .basefont, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source,
                .track, .wbr,
            ])
        mark(
            8,
            [
                .article, .aside, .details, .dialog, .figcaption, .figure, .footer, .header, .hgroup, .main, .nav,
                .search, .section, .summary,
            ])
        mark(16, [.b, .big, .br, .code, .em, .i, .img, .nobr, .ruby, .s, .small, .span, .strong, .sub, .sup, .u])
        mark(32, [.script, .style, .title, .textarea, .iframe, .noembed, .noframes, .xmp, .plaintext])
        return table
    }()
}
