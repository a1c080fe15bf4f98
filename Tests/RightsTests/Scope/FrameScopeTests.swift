import Provenance
import Rights
import Testing

@Suite("A licence framed by a heading, a label, a name of its element, a picture or a type is what these name")
struct FrameScopeTests {
    private static let by = ScopeCase.by
    private static let rel = ScopeCase.rel

    static let refused: [String] = [
        #"<h2>Photo</h2><p>@@</p>"#,
        #"<h2>Photo</h2><p>Licensed under @@</p>"#,
        #"<h2>Photo</h2><p>This work is licensed under @@</p>"#,
        #"<h3>Dataset</h3><p>This work is licensed under @@.</p>"#,
        #"<h3>Cover image</h3><div><p>Except where otherwise noted, licensed under @@.</p></div>"#,
        #"<details><summary>Dataset</summary><p>This work is licensed under @@</p></details>"#,
        #"<details><summary>Dataset</summary>This work is licensed under @@</details>"#,
        #"<details><summary>Dataset</summary>Licensed under @@</details>"#,
        #"<dl><dt>Dataset</dt><dd>This work is licensed under @@</dd></dl>"#,
        #"<dl><dt>Dataset</dt><dd>Licensed under @@</dd></dl>"#,
        #"<table><tr><th>Dataset</th><td>This work is licensed under @@</td></tr></table>"#,
        #"<table><tr><th>Dataset</th></tr><tr><td>This work is licensed under @@</td></tr></table>"#,
        #"<div aria-label="Dataset"><p>This work is licensed under @@</p></div>"#,
        #"<section aria-label="Photo credit"><p>Licensed under @@</p></section>"#,
        #"<section aria-labelledby=q><b id=q>Dataset</b><p>Licensed under @@</p></section>"#,
        #"<div title="Dataset"><p>Licensed under @@</p></div>"#,
        #"<div data-label="Dataset" aria-label="Data set"><p>Licensed under @@</p></div>"#,
        #"<div class="example"><p>This work is licensed under @@</p></div>"#,
        #"<div class="tweet"><p>This work is licensed under @@</p></div>"#,
        #"<div class="twitter-tweet"><p>This work is licensed under @@</p></div>"#,
        #"<div class="sponsor"><p>This work is licensed under @@</p></div>"#,
        #"<div class="sponsor-box"><p>This work is licensed under @@</p></div>"#,
        #"<div class="ad"><p>This work is licensed under @@</p></div>"#,
        #"<div class="syndicated"><p>This work is licensed under @@</p></div>"#,
        #"<div class="pull-quote"><p>This work is licensed under @@</p></div>"#,
        #"<div class="pullquote"><p>This work is licensed under @@</p></div>"#,
        #"<div class="oembed"><p>This work is licensed under @@</p></div>"#,
        #"<div class="wp-block-embed"><p>This work is licensed under @@</p></div>"#,
        #"<div class="codeExample"><p>This work is licensed under @@</p></div>"#,
        #"<p>The photographs on this page are by Ann Smith.</p><p>This work is licensed under @@</p>"#,
        #"<p>The photographs on this page are by Ann Smith.</p><p>Licensed under @@</p>"#,
        #"<p>The photographs on this page are by Ann Smith. This work is licensed under @@</p>"#,
        #"<p>The photographs on this page are by Ann Smith.<br>This work is licensed under @@</p>"#,
        #"<p>The photographs on this page are by Ann Smith. They are licensed under @@</p>"#,
        #"<p>This <span typeof="dctype:StillImage">work</span> is licensed under @@</p>"#,
        #"<p>This <span xmlns:dct="http://purl.org/dc/terms/" href="http://purl.org/dc/dcmitype/StillImage" rel="dct:type">work</span> is licensed under @@</p>"#,
        #"<p>This <span property="dct:type" content="StillImage">work</span> is licensed under @@</p>"#,
        #"<p>This <b><span rel="dct:type" resource="http://purl.org/dc/dcmitype/Dataset">work</span></b> is licensed under @@</p>"#,
        #"<p><a rel=license href='\#(by)'><img src='https://i.creativecommons.org/l/by/4.0/88x31.png'></a><br>This <span href="http://purl.org/dc/dcmitype/StillImage" rel="dct:type">work</span> is licensed under a \#(rel)</p>"#,
        #"<p><span href="http://purl.org/dc/dcmitype/MovingImage" property="dct:title" rel="dct:type">Old papers</span> by Jo Doe is licensed under a @@</p>"#,
        #"<h2>The bridge (photo)</h2><p>Ann Smith</p><p>@@</p>"#,
        #"<h2>Photo</h2><p>Ann Smith, 2020</p><p>This work is licensed under @@</p>"#,
        #"<h4>Source code</h4><p>Licensed under @@</p>"#,
        #"<p><strong>Photo</strong></p><p>This work is licensed under @@</p>"#,
        #"<p><b>Dataset:</b></p><p>This work is licensed under @@</p>"#,
        #"<p><b>Dataset</b><br>This work is licensed under @@</p>"#,
        #"<p>Dataset<p>Licensed under @@</p>"#,
        #"<div role=heading>Dataset</div><p>This work is licensed under @@</p>"#,
        #"<div class=title>Bilder</div><div>Dieses Werk ist lizenziert unter @@</div>"#,
        #"<h3>Fotos</h3><p>Dieses Werk ist lizenziert unter @@</p>"#,
        #"<h3>Les images</h3><p>Cette œuvre est sous licence @@</p>"#,
        #"<table><caption>Dataset</caption><tr><td>This work is licensed under @@</td></tr></table>"#,
        #"<table><tr><td>Dataset</td><td>x</td></tr><tr><td>Licence</td><td>This work is licensed under @@</td></tr></table>"#,
        #"<fieldset><legend>Dataset</legend>This work is licensed under @@</fieldset>"#,
        #"<div id="sponsor"><p>@@</p></div>"#,
        #"<div class="guest-tweet embed-responsive"><p>@@</p></div>"#,
        #"<div class="partner-content"><p>This work is licensed under @@</p></div>"#,
        #"<div class="wire-story"><p>This work is licensed under @@</p></div>"#,
        #"<div class="product"><p>This work is licensed under @@</p></div>"#,
        #"<div class="dataset"><p>This work is licensed under @@</p></div>"#,
        #"<div class="media-credit"><p>This work is licensed under @@</p></div>"#,
        #"<div class="video-description"><p>This work is licensed under @@</p></div>"#,
        #"<div class="song"><p>This work is licensed under @@</p></div>"#,
        #"<div class="download"><p>This work is licensed under @@</p></div>"#,
        #"<div class="repost"><p>This work is licensed under @@</p></div>"#,
        #"<div class="author-bio"><p>This work is licensed under @@</p></div>"#,
        #"<p>All photos by Ann Smith</p><p>This work is licensed under @@</p>"#,
        #"<p>Photos: Ann Smith</p><p>This work is licensed under @@</p>"#,
        #"<div><h2>Photo</h2></div><div><p>This work is licensed under @@</p></div>"#,
        #"<h2>Photo</h2><img src=x.jpg><p>Ann</p><p>This work is licensed under @@</p>"#,
        #"<ul><li>Photo: This work is licensed under @@</li></ul>"#,
        #"<ul><li>Photo</li><li>This work is licensed under @@</li></ul>"#,
    ]

    @Test("Refused at the end of the text and in the footer", arguments: refused)
    func refuses(_ text: String) throws {
        #expect(try !ScopeCase.outcomes(text) { ScopeCase.page($0) }.contains(.covers))
        #expect(try !ScopeCase.outcomes(text) { ScopeCase.page(footer: $0) }.contains(.covers))
    }

    static let refusedInText: [String] = [
        #"<video src=x.mp4></video><p>This work is licensed under @@</p>"#,
        #"<audio src=x.mp3></audio><p>This work is licensed under @@</p>"#,
        #"<iframe src=x></iframe><p>This work is licensed under @@</p>"#,
        #"<img src=x.jpg><p>This work is licensed under @@</p>"#,
        #"<p><img src=x.jpg> This work is licensed under @@</p>"#,
    ]

    @Test("Refused at the end of the text", arguments: refusedInText)
    func refusesInText(_ text: String) throws {
        #expect(try !ScopeCase.outcomes(text) { ScopeCase.page($0) }.contains(.covers))
    }

    static let refusedInFooter: [String] = [
        #"<video src=x.mp4></video><p>This work is licensed under @@</p>"#,
        #"<iframe src=x></iframe><p>This work is licensed under @@</p>"#,
        #"<audio src=x.mp4></audio><p>Licensed under @@</p>"#,
        #"<img src=x.jpg><p>Licensed under @@</p>"#,
    ]

    @Test("Refused in the footer", arguments: refusedInFooter)
    func refusesInFooter(_ text: String) throws {
        #expect(try !ScopeCase.outcomes(text) { ScopeCase.page(footer: $0) }.contains(.covers))
    }

    static let accepted: [String] = [
        #"<h3>Dataset</h3><p>The content of this page is licensed under \#(rel).</p>"#,
        #"<div class="license"><p>This work is licensed under \#(rel)</p></div>"#,
        #"<p>This <span href="http://purl.org/dc/dcmitype/Text" rel="dct:type">work</span> is licensed under \#(rel)</p>"#,
        #"<h2>References</h2><p>Doe 2020</p><p>This work is licensed under \#(rel)</p>"#,
    ]

    @Test("Accepted at the end of the text and in the footer", arguments: accepted)
    func accepts(_ text: String) throws {
        for html in [ScopeCase.page(text), ScopeCase.page(footer: text)] {
            #expect(try PageFixture(html: html).reading().licence.outcome == .covers)
        }
    }

    static let acceptedInFooter: [String] = [
        #"<img class=logo src=logo.png><p>This site is licensed under \#(rel)</p>"#,
        #"<img src="logo.svg"><p>© 2024 Acme. Content licensed under \#(rel)</p>"#,
        #"<a href=/><img src="/acme.png"></a><p>© 2024 Acme. \#(rel)</p>"#,
    ]

    @Test("Accepted in the footer", arguments: acceptedInFooter)
    func acceptsInFooter(_ text: String) throws {
        #expect(try PageFixture(html: ScopeCase.page(footer: text)).reading().licence.outcome == .covers)
    }
}
