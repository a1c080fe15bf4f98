import Provenance
import Rights
import Testing

@Suite("9.3, rank 4: amid the text, or beside a picture, a licence is the page's only in so many words")
struct MediumScopeTests {
    private static let by = ScopeCase.by
    private static let rel = "<a rel=license href='\(by)'>CC BY 4.0</a>"

    static let media: [String] = [
        "<img src=x.jpg>", "<p><img src=x.jpg></p>", "<div><a href=x.jpg><img src=x.jpg></a></div>",
        "<picture><source srcset=x.webp><img src=x.jpg></picture>", "<video src=x.mp4></video>",
        "<audio src=x.mp3></audio>", "<iframe src='https://player.example/'></iframe>",
        "<figure><img src=x.jpg><figcaption>The bridge</figcaption></figure>", "<svg><path d='M0 0'/></svg>",
        "<canvas></canvas>", "<object data=x.swf></object>", "<embed src=x.swf>", "<lite-player video=x></lite-player>",
        "<div style='background-image:url(x.jpg)'></div>", "<blockquote><p>Towns are papers.</p></blockquote>",
        "<pre>let x = 1</pre>", "<table><tr><td>1900</td><td>12</td></tr></table>",
        "<img src=x.jpg><p>The bridge at dawn.</p>", "<img src=x.jpg><h4>The bridge</h4>",
        "<img src=x.jpg><br><p>&nbsp;</p>",
    ]
    static let credits: [String] = [
        "<p>© Ann Smith \(rel)</p>", "<small>© Ann Smith, \(rel)</small>", "<span>Ann Smith / \(rel)</span>",
        "<div>\(rel)</div>", rel, "<p>Licensed under \(rel)</p>", "<p>This work is licensed under \(rel)</p>",
        "<p>© Ann Smith <a property=license href='\(by)'>CC BY</a></p>",
        "<p>© Ann Smith <span property='dct:license' resource='\(by)'>CC BY</span></p>",
        "<p itemscope itemtype='https://schema.org/CreativeWork'>Ann <a itemprop=license href='\(by)'>CC BY</a></p>",
        "<div itemscope itemtype='https://schema.org/CreativeWork'><link itemprop=license href='\(by)'>Ann</div>",
        ScopeCase.json(#"{"@type":"CreativeWork","license":"\#(by)"}"#),
    ]

    /// A page with something amid its text, before it, or at its end.
    private static func page(front: String = "", amid: String = "", end: String = "") -> String {
        "<html><head><title>t</title></head><body><article><h1>Old papers</h1>\(front)\(prose)\(amid)\(prose)\(end)"
            + "</article><footer>2020</footer></body></html>"
    }

    private static func outcome(_ html: String) throws -> LicenceFinding.Outcome {
        try PageFixture(html: html).reading().licence.outcome
    }

    @Test("A credit amid the text, after and before what it credits", arguments: media, credits)
    func amid(_ medium: String, _ credit: String) throws {
        #expect(try Self.outcome(Self.page(amid: medium + credit)) == .none)
        #expect(try Self.outcome(Self.page(amid: credit + medium)) == .none)
    }

    @Test("A credit alone amid the text", arguments: credits)
    func alone(_ credit: String) throws { #expect(try Self.outcome(Self.page(amid: credit)) == .none) }

    @Test("A credit beside a picture at the beginning and the end of the text", arguments: credits)
    func atEnds(_ credit: String) throws {
        guard !credit.contains("This work") else { return }
        #expect(try Self.outcome(Self.page(front: "<img src=x.jpg>" + credit)) == .none)
        #expect(try Self.outcome(Self.page(end: "<img src=x.jpg>" + credit)) == .none)
        #expect(try Self.outcome(Self.page(end: "<figure><img src=x.jpg>\(credit)</figure>")) == .none)
    }

    static let own: [String] = [
        "<p>This article is licensed under \(rel)</p>", "<p>All content on this site is licensed under \(rel)</p>",
        "<p>Dieser Artikel ist lizenziert unter \(rel)</p>", "<p>Cet article est sous licence \(rel)</p>",
        "<p>本文采用 \(rel) 许可协议</p>", "<p>この記事は \(rel) の下に提供されています</p>",
    ]

    @Test("Words for the text itself, wherever they stand and whatever stands beside them", arguments: own)
    func stated(_ words: String) throws {
        for html in [
            Self.page(amid: words), Self.page(amid: "<img src=x.jpg>" + words),
            Self.page(end: "<img src=x.jpg>" + words),
            Self.page(front: words), Self.page(end: words),
        ] {
            #expect(try Self.outcome(html) == .covers)
        }
    }

    static let plain: [String] = [
        page(end: "<p>\(rel)</p>"), page(front: "<p>\(rel)</p>"), page(end: "<p>© 2020 Jo Doe \(rel)</p>"),
        page(end: "<p>This work is licensed under \(rel)</p>"), page(end: "<img src=x.jpg>\(prose)<p>\(rel)</p>"),
        page(end: "<img class=icon src=x.png><p>\(rel)</p>"), page(end: "<img src='/img/cc-by.png'><p>\(rel)</p>"),
        page(end: "<p>\(rel)</p><p><a href=x><img src=a.png></a></p>"),
        page(amid: "<div about=''><p>\(rel)</p></div>"),
        "<html><body><form><div><h1>Old papers</h1>\(prose)\(prose)<p>This article is licensed under \(rel)</p></div></form>",
        "<html><body><article itemscope itemtype='https://schema.org/Article'><link itemprop=license href='\(by)'>"
            + "<img src=x.jpg>\(prose)\(prose)</article>",
        page(amid: ScopeCase.json(#"{"@type":"Article","url":"/a","license":"\#(by)"}"#)),
        page(end: "<h2>Licence</h2><p>\(rel)</p>"),
    ]

    @Test("The ends of the text, small signs, and data that name the page", arguments: plain)
    func usual(_ html: String) throws { #expect(try Self.outcome(html) == .covers) }

    static let parts: [String] = [
        "<svg><a rel=license href='\(by)'><text>CC BY</text></a></svg>", "<canvas>\(rel)</canvas>",
        "<map name=m><area rel=license href='\(by)' alt='CC BY'></map>", "<math><mtext>\(rel)</mtext></math>",
        "<h3>Media</h3><p>\(rel)</p>", "<h3>Bridges</h3><p>\(rel)</p>", "<div class=modal><p>\(rel)</p></div>",
        "<table><tr><th>Image</th><td>Ann</td></tr><tr><th>License</th><td>licensed under \(rel)</td></tr></table>",
        "<dl><dt>Photo</dt><dd>Ann</dd><dt>License</dt><dd>licensed under \(rel)</dd></dl>",
        "<blockquote>\(ScopeCase.json(#"{"@type":"Article","license":"\#(by)"}"#))</blockquote>",
        "<figure itemscope itemtype='https://schema.org/Article'><link itemprop=license href='\(by)'></figure>",
    ]

    @Test("A drawing's link, an area of a picture, a heading or table of another thing", arguments: parts)
    func part(_ html: String) throws {
        #expect(try Self.outcome(Self.page(end: html)) == .none)
        #expect(try Self.outcome(Self.page(amid: html)) == .none)
    }

    @Test("A page of nothing but a picture: `this work` is the picture")
    func pictorial() throws {
        let picture = "<h1>Bridge</h1><img src=x.jpg>"
        #expect(try Self.outcome("<body>\(picture)<p>This work is licensed under \(Self.rel)</p>") == .none)
        #expect(try Self.outcome("<body>\(picture)<p>This page is licensed under \(Self.rel)</p>") == .covers)
    }

    @Test("A picture that has the title of the page")
    func titled() throws {
        for credit in ["Old papers by Ann Smith is licensed under \(Self.rel)", "Old papers by Ann Smith, \(Self.rel)"]
        {
            #expect(try Self.outcome(Self.page(front: "<img src=x.jpg><p>\(credit)</p>")) == .none)
            #expect(try Self.outcome(Self.page(end: "<img src=x.jpg><p>\(credit)</p>")) == .none)
        }
        #expect(
            try Self.outcome(Self.page(end: "<p>Old papers by Ann Smith is licensed under \(Self.rel)</p>")) == .covers)
    }

    @Test("What is not taken amid the text counts where it asks for more; what credits a picture does not")
    func stricter() throws {
        let (head, more) = (
            "<link rel=license href='\(Self.by)'>", "<a rel=license href='\(ScopeCase.nc)'>CC BY-NC</a>"
        )
        func outcome(_ amid: String) throws -> LicenceFinding.Outcome {
            try Self.outcome(Self.page(amid: amid).replacing("<title>t</title>", with: head))
        }
        #expect(try outcome("<p>\(more)</p>") == .conflict)
        #expect(try outcome("<img src=x.jpg><p>Ann \(more)</p>") == .covers)
    }
}
