import Canonical
import Foundation
import Provenance
import Testing
import WebAddress

@testable import Rights

@Suite("Access to a page")
struct AccessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let html: String
        let status: Int
        let header: String
        let finding: AccessFinding

        init(_ name: String, _ html: String, _ finding: AccessFinding, status: Int = 200, header: String = "") {
            (testDescription, self.html, self.status) = (name, html, status)
            (self.header, self.finding) = (header, finding)
        }
    }

    private static func ld(_ text: String) -> String { "<script type='application/ld+json'>\(text)</script>" }

    static let cases: [Case] = [
        .init("plain page", prose, .open),
        .init("204 with a body", prose, .unknown, status: 204), .init("205", prose, .unknown, status: 205),
        .init("226", prose, .unknown, status: 226),
        .init("401", "", .refused, status: 401), .init("403", "", .refused, status: 403),
        .init("451", "", .refused, status: 451),
        .init("402", "", .offer, status: 402), .init("404", "", .unavailable, status: 404),
        .init("410", "", .unavailable, status: 410),
        .init("429", "", .unavailable, status: 429), .init("503", "", .unavailable, status: 503),
        .init("301", "", .unavailable, status: 301),
        .init("challenge header", prose, .blocked, header: "challenge"),
        .init("declared not free", ld(#"{"@type":"NewsArticle","isAccessibleForFree":false}"#) + prose, .paywalled),
        .init(
            "declared not free, as text", ld(#"{"@type":"NewsArticle","isAccessibleForFree":"False"}"#) + prose,
            .paywalled),
        .init("declared free", ld(#"{"@type":"NewsArticle","isAccessibleForFree":true}"#) + prose, .open),
        .init(
            "a part not free",
            ld(
                #"{"@type":"NewsArticle","isAccessibleForFree":true,"hasPart":{"isAccessibleForFree":false,"cssSelector":".p"}}"#
            ) + prose, .paywalled),
        .init(
            "another article not free",
            ld(#"{"@type":"NewsArticle","url":"https://ex.com/z","isAccessibleForFree":false}"#) + prose, .open),
        .init("broken markup about it", ld(#"{"isAccessibleForFree":fal"#) + prose, .unknown),
        .init("locked tier", "<meta property='article:content_tier' content='locked'>" + prose, .paywalled),
        .init("a class in a long page", prose + "<div class='paywall'>Subscribe</div>", .open),
        .init("a class and hardly any text", "<p>First words.</p><div class='paywall'>Subscribe</div>", .paywalled),
        .init("login form in a long page", prose + "<form><input type=password></form>", .open),
        .init("login page", "<form>Log in <input type=password></form>", .blocked),
        .init("challenge page", "<title>Just a moment...</title><p>Wait</p>", .blocked),
        .init("short page", "<p>Hello.</p>", .open),
        .init("text of a paywall", "<p>First words.</p><div>Already a subscriber? Log in</div>", .paywalled),
        .init("German", "<p>Der Anfang.</p><p>Dieser Artikel ist exklusiv für Abonnenten.</p>", .paywalled),
        .init("French", "<p>Le début.</p><p>Article réservé aux abonnés</p>", .paywalled),
        .init("Japanese", "<p>記事の冒頭。</p><p>この記事は会員限定です。</p>", .paywalled),
        .init("Chinese", "<p>开头。</p><p>登录后查看全文</p>", .blocked),
        .init("Chinese paid", "<p>开头。</p><p>付费阅读全文</p>", .paywalled),
        .init("members", "<p>First words.</p><p>This post is for paying members only.</p>", .paywalled),
        .init("Swedish", "<p>Början.</p><p>Den här artikeln är för prenumeranter.</p>", .paywalled),
        .init("Turkish", "<p>Başlangıç.</p><p>Bu haber abonelere özel.</p>", .paywalled),
        .init("Ukrainian", "<p>Початок.</p><p>Стаття лише для передплатників.</p>", .paywalled),
        .init("Russian", "<p>Начало.</p><p>Материал доступен только подписчикам.</p>", .paywalled),
        .init("Arabic", "<p>البداية.</p><p>هذا المقال متاح للمشتركين فقط.</p>", .paywalled),
        .init("password", "<p>Start.</p><p>This content is password protected.</p>", .blocked),
        .init("geography", "<p>You are accessing this website from a country of the EEA.</p>", .blocked),
        .init("unusual", "<p>We have detected unusual activity from your network.</p>", .blocked),
        .init("members in a long page", prose + "<p>The next post is for paying members only.</p>", .open),
        .init("the same in a long page", prose + "<p>Already a subscriber? Log in</p>", .open),
        .init("login in navigation", "<nav><a>Log in to read</a></nav><p>Short news of the day.</p>", .open),
        .init("login in a header", "<header>Already a subscriber? Log in</header><p>Short news.</p>", .open),
        .init("empty place for a wall", "<p>Short news.</p><div class='paywall'></div>", .open),
        .init(
            "login form beside short news",
            "<main><p>" + String(repeating: "The fair opens on Monday and closes on Friday. ", count: 8)
                + "</p></main><div><form><input type=password></form></div>", .open),
        .init("premium in data", "<p>First words.</p><script>var a={\"isPremium\":true}</script>", .paywalled),
        .init("restrictions", "<meta property='og:restrictions:content' content='subscription'>" + prose, .paywalled),
        .init(
            "vendor's sensor only", "<p>Short news.</p><script src='https://js.datadome.co/tags.js'></script>", .open),
        .init("DataDome", "<script src='https://ct.captcha-delivery.com/c.js'></script>", .blocked),
        .init("HUMAN", "<title>Access to this page has been denied</title><div id='px-captcha'></div>", .blocked),
        .init("Akamai", "<title>Access Denied</title><h1>Access Denied</h1>", .blocked),
        .init("Imperva", "<iframe src='/_Incapsula_Resource?SWUDNSAI=31'>x</iframe>", .blocked),
        .init("AWS WAF", "<script>window.gokuProps = {}</script><p>Wait</p>", .blocked),
        .init("hCaptcha", "<div class='h-captcha' data-sitekey='x'></div>", .blocked),
        .init("Anubis", "<title>Making sure you&#39;re not a bot!</title>", .blocked),
        .init("an essay on captchas", "<title>Captcha: a history</title>" + prose, .open),
        .init("a short essay on captchas", "<title>Captcha: a history</title><p>They began early.</p>", .open),
    ]

    @Test("Status, headers and page", arguments: cases)
    func access(_ one: Case) throws {
        var fixture = PageFixture(html: one.html, status: one.status)
        if !one.header.isEmpty { fixture.headers.append(("CF-Mitigated", one.header)) }
        #expect(try fixture.reading().access == one.finding)
    }

    @Test("A request that ends at a login page is blocked")
    func redirect() throws {
        let hops = [
            Hop(url: "https://ex.com/story", status: 302), Hop(url: "https://ex.com/login?next=1", status: 200),
        ]
        #expect(try PageFixture(html: prose, path: "/login?next=1", hops: hops).reading().access == .blocked)
    }

    @Test(
        "Headers and paths of walls are data (config/signals/walls.yaml)",
        arguments: [
            ("captcha.ex: shown", "/elsewhere", AccessFinding.blocked), ("Captcha.EX: Shown ", "/elsewhere", .blocked),
            ("captcha.ex: passed", "/elsewhere", .open), ("", "/tollgate", .blocked),
            ("", "/a/Tollgate.php?x=1", .blocked),
            ("", "/login", .open), ("", "/story/tollgates", .open),
        ])
    func table(_ header: String, _ path: String, _ finding: AccessFinding) throws {
        let root = (#filePath as NSString).deletingLastPathComponent + "/../../config/signals/"
        var files = try SignalTables.fileNames.map { name in
            (name: name, path: name, text: try String(contentsOfFile: root + name, encoding: .utf8))
        }
        let place = try #require(files.firstIndex { $0.name == "walls.yaml" })
        files[place].text =
            "as_of: 2026-11-30\nsource: test\nwalls: [{name: gate, kind: challenge, headers: [\"captcha.ex: shown\"], "
            + "paths: [tollgate], scripts: [none.ex], classes: [none], raw: [none.ex], titles: [], texts: [nothing of it]}]\n"
        let parts = header.split(separator: ":").map(String.init)
        let response = ResponseInput(
            url: try CanonicalURL("https://ex.com" + path),
            hops: [Hop(url: "https://ex.com/story", status: 302), Hop(url: "https://ex.com" + path, status: 200)],
            status: 200, headers: parts.isEmpty ? [] : [(parts[0], parts[1])], fetched: PageFixture.now)
        let found = RightsReader(agent: PageFixture.agent, tables: try SignalTables(files: files))
            .onHeaders(response, site: SiteEvidence(atFetch: nil, atUse: nil))
        #expect(found.access == finding)
    }

    @Test("A table with a header that is none is refused, and says what is due")
    func badHeader() throws {
        let text =
            "as_of: 2026-11-30\nsource: test\nwalls: [{name: gate, kind: challenge, headers: [challenge], paths: [], scripts: [a.ex], classes: [a], raw: [a.ex], titles: [], texts: [one two]}]\n"
        let error = #expect(throws: ConfigError.self) { try WallTable(ConfigNode.read(text, file: "walls.yaml")) }
        #expect(error?.problem.contains("name: value") == true)
    }

    @Test("What a page calls itself is resolved against its base")
    func declared() throws {
        let html = "<base href='https://ex.com/d/'><link rel='canonical' href='x'><meta property='og:url' content='/y'>"
        #expect(try PageFixture(html: html).reading().declaredURLs == ["https://ex.com/d/x", "https://ex.com/y"])
    }
}
