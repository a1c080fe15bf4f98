import Provenance
import Rights
import Testing

@Suite("Names and values that only mean those of a specification are heard where they refuse, and nowhere else")
struct NearNameTests {
    /// Whether anything is refused, or holds since it was meant to.
    private func isHeard(_ found: RightsReading) -> Bool {
        let doubts: Set<String> = ["restrictive-intent", "terms-advertised", "unreadable-rule", "nonconformant"]
        return found.signals.contains { signal in
            signal.isTaken && [.train, .tdm, .all, .crawl].contains(signal.category)
                && (signal.value == .deny || signal.value != .allow && !doubts.isDisjoint(with: signal.notes))
        }
    }

    static let headers: [(String, Bool)] = [
        ("Content-Signals: ai-train=no", true),
        ("X-Content-Signal: search=yes, ai-train=no", true),
        ("X-TDM-Reservation: 1", true),
        ("tdmreservation: 1", true),
        ("TDM_Reservation: 1", true),
        ("TDM: 1", true),
        ("X-Robots: noai", true),
        ("X-RobotsTag: noai", true),
        ("Robots-Tag: noai", true),
        ("Robots: noai", true),
        ("X-Robot-Tag: noai", true),
        ("X-Robots-Tags: noai", true),
        ("X_Robots_Tag: noai", true),
        ("X-AI-Training: no", true),
        ("AI-Training: disallow", true),
        ("X-No-AI: 1", true),
        ("NoAI: true", true),
        ("X-AI-Policy: noai", true),
        ("Content-Usage: search=y; train-ai=n", true),
        ("X-Content-Usage: train-ai=n", true),
        ("Content-Usages: train-ai=n", true),
        ("ContentUsage: train-ai=n", true),
        ("Content-Useage: train-ai=n", true),
        ("Content-Signla: ai-train=no", true),
        ("AI-Preferences: train-ai=n", true),
        ("Content-Signal: search=yes; ai-train=no", true),
        ("Content-Signal: ai-train: no", true),
        ("Content-Signal: ai-train=disallow", true),
        ("Content-Usage: \"train-ai=n\"", true),
        ("X-Content-Type-Options: nosniff", false),
        ("Content-Security-Policy: default-src none", false),
        ("X-Robots-Tag: all", false),
        ("X-Air: no", false),
        ("Content-Language: no", false),
        ("X-AI-Training: yes", false),
        ("X-TDM-Reservation: 0", false),
        ("X-Served-By: tdm-1", false),
        ("X-Mail: no", false),
        ("Content-Signals: ai-train=yes", false),
        ("X-Domain: n", false),
        ("X-Available: no", false),
        ("AI-Training: https://a.example/policy", false),
        ("X-Detail: none", false),
        ("X-ML-Model: none", false),
        ("Link: <https://a.example/l.xml>; rel=\"rsl\"", true),
        ("X-RSL: https://a.example/l.xml", true),
        ("RSL-License: https://a.example/l.xml", true),
    ]

    @Test("fields of a response", arguments: headers)
    func header(_ line: String, _ isRefusal: Bool) throws {
        let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
        let field = (name: parts[0], value: String(parts[1].drop { $0 == " " }))
        let found = try PageFixture(html: prose, headers: [("Content-Type", "text/html"), field]).reading()
        #expect(isHeard(found) == isRefusal)
    }

    static let markup: [(String, Bool)] = [
        ("<meta name=\"robots-ai\" content=\"noai\">", true),
        ("<meta name=\"robots-ai\" content=\"no\">", true),
        ("<meta name=\"ai-content\" content=\"no\">", true),
        ("<meta name=\"ai-content\" content=\"disallow\">", true),
        ("<meta name=\"ai\" content=\"noai\">", true),
        ("<meta name=\"ai-robots\" content=\"noindex\">", true),
        ("<meta name=\"ai-usage\" content=\"prohibited\">", true),
        ("<meta name=\"ai-policy\" content=\"no-training\">", true),
        ("<meta name=\"content-usage\" content=\"train-ai=n\">", true),
        ("<meta name=\"content-signals\" content=\"ai-train=no\">", true),
        ("<meta name=\"robtos\" content=\"noai\">", true),
        ("<meta name=\"robots.txt\" content=\"noai\">", true),
        ("<meta name=\"gen-ai\" content=\"no\">", true),
        ("<meta name=\"do-not-train\" content=\"true\">", true),
        ("<meta name=\"llm-training\" content=\"none\">", true),
        ("<meta name=\"noai\" content=\"noai\">", true),
        ("<meta name=\"noai\">", true),
        ("<meta name=\"noai\" content=\"\">", true),
        ("<link rel=\"tdm-policy\" href=\"https://a.example/p.json\">", true),
        ("<link rel=\"tdm-reservation\" href=\"1\">", true),
        (
            "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Article\",\"tdm-reservation\":1}</script>",
            true
        ),
        ("<meta name=\"ai-content\" content=\"yes\">", false),
        ("<meta name=\"ai-generated\" content=\"no\">", false),
        ("<meta name=\"ai-content-declaration\" content=\"none\">", false),
        ("<meta name=\"robots\" content=\"index\">", false),
        ("<meta name=\"mailing\" content=\"no\">", false),
        ("<meta name=\"domain\" content=\"no\">", false),
        ("<meta name=\"twitter:card\" content=\"no\">", false),
        ("<meta name=\"apple-mobile-web-app-capable\" content=\"no\">", false),
        ("<meta name=\"available\" content=\"no\">", false),
        ("<meta name=\"html-safe\" content=\"false\">", false),
        ("<meta name=\"ai-disclosure\" content=\"none\">", false),
        ("<meta name=\"rsl\" content=\"https://a.example/l.xml\">", true),
        ("<link rel=\"rsl\" href=\"https://a.example/l.xml\">", true),
        ("<link rel=\"rsl-license\" href=\"https://a.example/l.xml\">", true),
        (
            "<script type=\"text/xml\"><rsl xmlns=\"https://rslstandard.org/rsl\"><content url=\"\"><license><prohibits type=\"usage\">ai-train</prohibits></license></content></rsl></script>",
            true
        ),
        (
            "<script type=\"application/xml\"><rsl xmlns=\"https://rslstandard.org/rsl\"><content url=\"\"><license><prohibits type=\"usage\">ai-train</prohibits></license></content></rsl></script>",
            true
        ),
        ("<script type=\"application/rsl+json\">{\"prohibits\":\"ai-train\"}</script>", true),
        ("<link rel=\"license\" type=\"application/rsl+json\" href=\"https://a.example/l.json\">", true),
        ("<link rel=\"license\" type=\"application/xml+rsl\" href=\"https://a.example/l.xml\">", true),
        ("<link rel=\"license\" type=\"text/rsl\" href=\"https://a.example/l.xml\">", true),
        ("<meta name=\"rsl-license\" content=\"https://a.example/l.xml\">", true),
        ("<script type=\"text/xml\"><a><b/></a></script>", false),
        ("<link rel=\"rss\" href=\"https://a.example/l.xml\">", false),
        ("<meta name=\"rs-slider\" content=\"https://a.example/l.xml\">", false),
    ]

    @Test("elements of a page", arguments: markup)
    func element(_ html: String, _ isRefusal: Bool) throws {
        #expect(isHeard(try PageFixture(html: "<head>\(html)</head><body>\(prose)").reading()) == isRefusal)
    }

    static let files: [(SiteFileKind, String, Bool)] = [
        (.robots, "User-agent: *\nAllow: /\nProhibits: ai-train\n", true),
        (.robots, "Prohibits: ai-all\nUser-agent: *\nAllow: /\n", true),
        (.robots, "User-agent: *\nPermits: ai-train\nAllow: /\n", false),
        (.robots, "User-agent: *\nPermits: search\nProhibits: training\n", true),
        (.robots, "User-agent: *\nX-Content-Signal: ai-train=no\n", true),
        (.robots, "User-agent: *\nDisallow: a\n", true),
        (.robots, "User-agent: *\nDisallow: https://ex.com/a\n", true),
        (.robots, "User-agent: *\nDisallow: https://b.example/a\n", false),
        (.robots, "User-agent: *\nDisallow: https://ex.com/other\n", false),
        (.robots, "User-agent: *\nDisallow: other\n", false),
        (.robots, "User-agent: *\nDisallow: https://ex.com/\n", true),
        (.robots, "User-agent: *\nDisallow: https://ex.com\n", true),
        (.robots, "User-agent: *\nDisallow: //ex.com/a\n", true),
        (.robots, "User-agent: *\nDisallow: ./a\n", true),
        (.robots, "User-agent: *\nDisallow: \\a\n", true),
        (.robots, "User-agent: *\nDisallow: \\\n", true),
        (.robots, "User-agent: *\nDisallow: .\n", true),
        (.robots, "User-agent: *\nDis allow: /\n", true),
        (.robots, "<html><head></head><body><pre>User-agent: *\nDisallow: /a\n</pre></body></html>", true),
        (.robots, "<pre>User-agent: *\nDisallow: /\n</pre>", true),
        (.robots, "<html><body><pre style='x'>User-agent: *\nContent-Signal: ai-train=no\n</pre></body></html>", true),
        (.robots, "<pre>User-agent: GPTBot\nDisallow: /\n</pre>", true),
        (.robots, "<html><body><pre>User-agent: *\nAllow: /\n</pre></body></html>", false),
        (.robots, "<html><body>User-agent: *<br>Disallow: /<br></body></html>", true),
        (.robots, "<html><body><p>User-agent: *</p><p>Disallow: /a</p></body></html>", true),
        (.robots, "<html><body><h1>Not found</h1><p>The page is gone.</p></body></html>", false),
        (.robots, "User-agent: *\nContent-Usage: search=y; train-ai=n\n", true),
        (.robots, "User-agent: *\nDisallow-AI: /\n", true),
        (.robots, "User-agent: *\nAI-Disallow: /\n", true),
        (.robots, "User-agent: *\nNoindex: /y\n", false),
        (.robots, "User-agent: *\nContent-Sginal: ai-train=no\n", true),
        (.robots, "User-agent: *\nDisallowAITraining: /a\n", true),
        (.robots, "User-agent: *\nTrain: no\n", true),
        (.robots, "User-agent: *\nUse: no-ai\n", true),
        (.robots, "User-agent: *\nDeny: /a\n", true),
        (.robots, "User-agent: *\nDisallw: /a\n", true),
        (.robots, "User-agent: *\nDisalow: /a\n", true),
        (.robots, "User-agent: *\nDidallow: /a\n", true),
        (.robots, "User-agnet: *\nDisallow: /a\n", true),
        (.robots, "User-agents: *\nDisallow: /a\n", true),
        (.robots, "Useragent *\nDisallow /a\n", true),
        (.robots, "Agent: *\nDisallow: /a\n", true),
        (.trustTxt, "datatrainingallowed\n", true),
        (.trustTxt, "datatrainingallowed no\n", true),
        (.trustTxt, "datatrainingallow=no\n", true),
        (.trustTxt, "datatraningallowed=no\n", true),
        (.trustTxt, "data_training_allowed=no\n", true),
        (.trustTxt, "trainingallowed=no\n", true),
        (.trustTxt, "datatrainingalowed=No\n", true),
        (.trustTxt, "datatrainingallowed=\n", true),
        (.trustTxt, "member=https://b.example\ncontact=x\n", false),
        (.trustTxt, "datatrainingallowed=yes\n", false),
        (.trustTxt, "datatrainingallowed=yes # of the last year\n", true),
        (.trustTxt, "datatrainingnotallowed=yes\n", true),
        (.trustTxt, "datatrainingdisallowed=yes\n", true),
        (.tdmrep, "[{\"location\":\"//\",\"tdm-reservation\":1}]", true),
        (.tdmrep, "[{\"location\":\"https://ex.com/\",\"tdm-reservation\":1}]", true),
        (.tdmrep, "[{\"location\":\"a\",\"tdm-reservation\":1}]", true),
        (.tdmrep, "[{\"location\":\"/\",\"tdm_reservation\":1}]", true),
        (.tdmrep, "[{\"location\":\"/\",\"tdmReservation\":1}]", true),
        (.tdmrep, "[{\"Location\":\"/\",\"TDM-Reservation\":1}]", true),
        (.tdmrep, "[{\"path\":\"/\",\"tdm-reservation\":1}]", true),
        (.tdmrep, "[{\"location\":\"/y\",\"tdm-reservation\":1}]", false),
        (.tdmrep, "{\"rules\":[{\"location\":\"/\",\"tdm-reservation\":1}]}", true),
        (.tdmrep, "[{\"location\":\"/\",\"reservation\":1}]", true),
        (.tdmrep, "[{\"location\":\"/\",\"tdm-resevation\":1}]", true),
        (.aiTxt, "No AI\n", true),
        (.aiTxt, "Policy: no-training\n", true),
        (.aiTxt, "# AI policy\nNo AI\n", true),
        (.aiTxt, "AI: no\n", true),
        (.aiTxt, "Policy: noai\n", true),
        (.aiTxt, "policy=disallow\n", true),
        (.aiTxt, "AI training: prohibited\n", true),
        (.aiTxt, "Do not use this site for AI.\n", true),
        (.aiTxt, "noai\n", true),
        (.aiTxt, "User-agent: *\nNoAI: /\n", true),
        (.aiTxt, "Disallow: /\n", true),
        (.aiTxt, "no-train\n", true),
        (.aiTxt, "Usage: no-ai-training\n", true),
        (.aiTxt, "Contact: ai@a.example\nPolicy: https://a.example/ai-policy\n", false),
        (.aiTxt, "# About us\nWe are a bakery. No animals.\n", false),
        (.aiTxt, "name: x\nPolicy: open\n", false),
        (.aiTxt, "Training: yes\nNo cookies here.\n", false),
    ]

    @Test("lines of site files", arguments: files)
    func line(_ kind: SiteFileKind, _ body: String, _ isRefusal: Bool) throws {
        let file = try PageFixture.file(kind, body)
        #expect(isHeard(try PageFixture(html: prose, files: [file]).reading()) == isRefusal)
    }

    @Test("What a near name permits is no permission, and takes no refusal away")
    func permits() throws {
        let fields = [("Content-Type", "text/html"), ("Content-Signals", "ai-train=yes"), ("X-TDM-Reservation", "0")]
        let headers = fields.map { (name: $0.0, value: $0.1) }
        let found = try PageFixture(html: prose, headers: headers).reading()
        #expect(!found.signals.contains { $0.value == .allow && $0.isTaken })
        let refused = try PageFixture(html: prose, headers: headers + [("TDM-Reservation", "1")]).reading()
        #expect(refused.statesAtUse[.tdmrepHeader] == .stated)
        #expect(refused.signals.contains { $0.source == .tdmrepHeader && $0.value == .deny && $0.isTaken })
    }
}
