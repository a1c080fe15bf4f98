import Testing
import WebAddress

@testable import Rights

@Suite("RSL: what a document says of a use (RSL 1.0, sections 3.1.1, 3.5 and 3.6)")
struct RSLEvaluationTests {
    typealias Make = RSLFixture

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let train: String
        let input: String
        let search: String
        var path = "/articles/x"

        init(
            _ name: String, _ text: String, _ train: String, _ input: String, _ search: String,
            path: String = "/articles/x"
        ) {
            (testDescription, self.text, self.path) = (name, text, path)
            (self.train, self.input, self.search) = (train, input, search)
        }
    }

    static let (free, omitted, prohibited) = ("permitted-free", "not-permitted", "prohibited")

    static let usages: [Case] = [
        .init("permits is a closed list", Make.licence(Make.permits("search")), omitted, omitted, free),
        .init("prohibits is an open one", Make.licence(Make.prohibits("ai-all")), prohibited, prohibited, free),
        .init("prohibits search", Make.licence(Make.prohibits("search")), free, free, prohibited),
        .init("nothing listed", Make.licence(""), free, free, free),
        .init("ai-all has no search", Make.licence(Make.permits("ai-all")), free, free, omitted),
        .init("all has everything", Make.licence(Make.permits("all")), free, free, free),
        .init("extensions only", Make.licence(Make.permits("x:speak")), omitted, omitted, omitted),
        .init(
            "all but training", Make.licence(Make.permits("all") + Make.prohibits("ai-train")), prohibited, free, free),
        .init(
            "training against all AI", Make.licence(Make.permits("ai-train") + Make.prohibits("ai-all")), prohibited,
            prohibited, omitted),
        .init("the draft's commas", Make.licence(Make.permits("search,ai-train")), free, omitted, free),
        .init("an invalid document", Make.licence("<permit/>"), "invalid", "invalid", "invalid"),
        .init(
            "nothing reaches", Make.licence(Make.permits("all"), url: "/open/*"), "unlicensed", "unlicensed",
            "unlicensed"),
    ]

    static let scopes: [Case] = [
        .init(
            "a narrower path beats a wider",
            Make.document(site(Make.permits("all")) + articles(Make.prohibits("ai-train"))),
            prohibited, free, free),
        .init(
            "in any order", Make.document(articles(Make.prohibits("ai-train")) + site(Make.permits("all"))), prohibited,
            free, free),
        .init(
            "outside the narrower path",
            Make.document(site(Make.permits("all")) + articles(Make.prohibits("ai-train"))), free, free, free,
            path: "/about"),
        .init(
            "a narrower permission beats a wider prohibition",
            Make.document(site(Make.prohibits("ai-train")) + articles(Make.permits("ai-train"))), free, omitted, omitted
        ),
        .init(
            "a closed list of a narrower path beats a wider permission",
            Make.document(site(Make.permits("all")) + articles(Make.permits("search"))), omitted, omitted, free),
        .init(
            "narrower in path, wider in use: neither is narrower",
            Make.document(site(Make.prohibits("ai-train")) + articles(Make.permits("all"))), prohibited, free, free),
        .init(
            "two contents of one pattern are one scope",
            Make.document(articles(Make.permits("all")) + articles(Make.prohibits("ai-train"))), prohibited, free, free),
        .init(
            "a narrower path that lists no uses leaves them to the wider",
            Make.document(site(Make.permits("search")) + articles("<payment type=\"crawl\"/>")), omitted, omitted,
            "payment-required"),
        .init(
            "licences are alternatives, a prohibition of one holds for all",
            Make.document(
                Make.content(
                    "<license>\(Make.permits("all"))</license><license>\(Make.prohibits("ai-train"))</license>")),
            prohibited, free, free),
        .init(
            "what one licence omits another may grant",
            Make.document(
                Make.content(
                    "<license>\(Make.permits("search"))</license><license>\(Make.permits("ai-train"))"
                        + "<payment type=\"training\"/></license>")), "payment-required", omitted, free),
        .init(
            "of two grants the harder terms count",
            Make.document(
                Make.content(
                    "<license>\(Make.permits("ai-all"))</license><license>\(Make.permits("ai-train"))"
                        + "<payment type=\"training\"/></license>")), "payment-required", free, omitted),
        .init(
            "a full URL", Make.licence(Make.prohibits("all"), url: "https://ex.com/art*"), prohibited, prohibited,
            prohibited),
        .init(
            "the same host by http", Make.licence(Make.prohibits("all"), url: "http://EX.com"), prohibited, prohibited,
            prohibited),
        .init(
            "another host", Make.licence(Make.prohibits("all"), url: "https://ex.com.evil/"), "unlicensed",
            "unlicensed", "unlicensed"),
        .init(
            "another port", Make.licence(Make.prohibits("all"), url: "https://ex.com:8443/"), "unlicensed",
            "unlicensed", "unlicensed"),
        .init(
            "an end anchor", Make.licence(Make.prohibits("all"), url: "/articles/$"), "unlicensed", "unlicensed",
            "unlicensed"),
        .init("a wildcard", Make.licence(Make.prohibits("all"), url: "/*/x$"), prohibited, prohibited, prohibited),
        .init("no path at all", Make.licence(Make.prohibits("all"), url: ""), prohibited, prohibited, prohibited),
        .init(
            "a work by its name", Make.licence(Make.prohibits("all"), url: "urn:isbn:1"), "unlicensed", "unlicensed",
            "unlicensed"),
    ]

    private static func site(_ body: String) -> String { Make.content("<license>\(body)</license>") }
    private static func articles(_ body: String) -> String {
        Make.content("<license>\(body)</license>", url: "/articles/")
    }

    @Test("Uses and scopes", arguments: usages + scopes)
    func outcome(_ one: Case) throws {
        #expect(try Make.outcome(one.text, .aiTrain, path: one.path).name == one.train)
        #expect(try Make.outcome(one.text, .aiInput, path: one.path).name == one.input)
        #expect(try Make.outcome(one.text, .search, path: one.path).name == one.search)
    }

    static let terms: [(String, String)] = [
        ("<payment/>", "permitted-free"), ("<payment type=\"free\"/>", "permitted-free"),
        ("<payment type=\"free\"><amount currency=\"USD\">0.00</amount></payment>", "permitted-free"),
        ("<payment type=\"free\"><amount currency=\"USD\">0.01</amount></payment>", "payment-required"),
        ("<payment><accepts type=\"application/x402+json\">{}</accepts></payment>", "payment-required"),
        ("<payment type=\"attribution\"/>", "permitted-attribution"), ("<payment type=\"crawl\"/>", "payment-required"),
        ("<payment type=\"purchase\"/>", "payment-required"), ("<payment type=\"subscription\"/>", "payment-required"),
        ("<payment type=\"use\"/>", "payment-required"), ("<payment type=\"contribution\"/>", "payment-required"),
        ("<reporting type=\"audit\" profile=\"https://p/\"/>", "not-permitted"),
    ]

    @Test("Payment and reporting (sections 3.7 and 3.12)", arguments: terms)
    func payment(_ body: String, _ name: String) throws {
        #expect(try Make.outcome(Make.licence(Make.permits("ai-train") + body)).name == name)
        #expect(try Make.outcome(Make.licence(body)).name == name)
    }

    @Test("A price is told as written, a shared licence by its URI")
    func details() throws {
        let paid = Make.licence("<payment type=\"crawl\"><amount currency=\"USD\">0.015</amount></payment>")
        guard case .paymentRequired(let payment, _) = try Make.outcome(paid) else {
            Issue.record("no price")
            return
        }
        #expect([payment.kind.rawValue, payment.amount, payment.currency] == ["crawl", "0.015", "USD"])
        let credit = Make.licence("<payment type=\"attribution\"><standard>https://l/</standard></payment>")
        #expect(try Make.outcome(credit) == .permittedAttribution(standard: "https://l/"))
    }

    @Test("A server asks for a token even where nothing is due (section 3.3)")
    func token() throws {
        let text = Make.licence("<payment type=\"attribution\"/>", url: "/", "server=\"https://l.example/\"")
        #expect(try Make.outcome(text) == .tokenRequired(server: "https://l.example/"))
    }

    @Test("A report that can be given is no bar")
    func reporting() throws {
        let document = try Make.parse(Make.licence("<reporting type=\"audit\" profile=\"https://p/\"/>"))
        let finding = document.finding(.aiTrain, url: try CanonicalURL("https://ex.com/"), by: .site)
        #expect(finding.outcome(user: nil, geo: nil, reporting: ["https://p/"]).name == "permitted-free")
    }

    struct Limit: Sendable, CustomTestStringConvertible {
        let body: String
        var user: String?
        var geo: String?
        let name: String
        var testDescription: String { "\(body) for \(user ?? "anyone") in \(geo ?? "any place")" }

        init(_ body: String, user: String? = nil, geo: String? = nil, _ name: String) {
            (self.body, self.user, self.geo, self.name) = (body, user, geo, name)
        }
    }

    static let limits: [Limit] = [
        .init(Make.permits("non-commercial", "user"), user: "commercial", "user-excluded"),
        .init(Make.permits("non-commercial", "user"), user: "non-commercial", "permitted-free"),
        .init(Make.permits("education government", "user"), user: "non-commercial education", "permitted-free"),
        .init(Make.prohibits("commercial", "user"), user: "commercial", "user-excluded"),
        .init(Make.prohibits("commercial", "user"), user: "personal", "permitted-free"),
        .init(Make.prohibits("commercial", "user"), user: "education commercial", "user-excluded"),
        .init(Make.permits("x:members", "user"), user: "commercial", "user-excluded"),
        .init(Make.permits("US CA", "geo"), geo: "DE", "geo-excluded"),
        .init(Make.permits("US CA", "geo"), geo: "CA", "permitted-free"),
        .init(Make.permits("EU", "geo"), geo: "DE", "permitted-free"),
        .init(Make.permits("EU", "geo"), geo: "EU", "permitted-free"),
        .init(Make.permits("EU", "geo"), geo: "GB", "geo-excluded"),
        .init(Make.permits("DE", "geo"), geo: "EU", "geo-excluded"),
        .init(Make.prohibits("DE", "geo"), geo: "EU", "geo-excluded"),
        .init(Make.permits("EU", "geo") + Make.prohibits("FR", "geo"), geo: "FR", "geo-excluded"),
        .init(Make.prohibits("EU", "geo"), geo: "FR", "geo-excluded"),
        .init(Make.prohibits("EU", "geo"), geo: "US", "permitted-free"),
        .init(
            Make.permits("US", "geo") + Make.permits("personal", "user"), user: "commercial", geo: "DE", "user-excluded"
        ),
        .init(Make.permits("US", "geo") + "<payment type=\"crawl\"/>", geo: "US", "payment-required"),
        .init(Make.permits("search") + Make.permits("personal", "user"), user: "commercial", "not-permitted"),
    ]

    @Test("Users and places (section 3.5)", arguments: limits)
    func limit(_ one: Limit) throws {
        #expect(try Make.outcome(Make.licence(one.body), user: one.user, geo: one.geo).name == one.name)
    }

    @Test("Each user gets the licence made for them; an exclusion holds for the licences beside it")
    func users() throws {
        let two = Make.document(
            Make.content(
                "<license>\(Make.permits("ai-train") + Make.permits("non-commercial", "user"))</license>"
                    + "<license>\(Make.permits("commercial", "user"))<payment type=\"training\"/></license>"))
        #expect(try Make.outcome(two, user: "non-commercial").name == "permitted-free")
        let both = Make.document(
            Make.content(
                "<license>\(Make.permits("ai-train"))</license><license>\(Make.prohibits("commercial", "user"))</license>"
            ))
        #expect(try Make.outcome(both, user: "commercial") == .userExcluded)
        let other = Make.document(
            Make.content(
                "<license>\(Make.permits("ai-train"))</license>"
                    + "<license>\(Make.permits("search") + Make.prohibits("commercial", "user"))</license>"))
        #expect(try Make.outcome(other, user: "commercial").name == "permitted-free")
    }

    @Test("What a wider or narrower path says of users is not lost")
    func nested() throws {
        let narrow = Make.document(
            Make.content("<license>\(Make.permits("all"))</license>")
                + Make.content("<license>\(Make.prohibits("commercial", "user"))</license>", url: "/articles/"))
        #expect(try Make.outcome(narrow, user: "commercial") == .userExcluded)
        #expect(try Make.outcome(narrow, path: "/about", user: "commercial").name == "permitted-free")
        let wide = Make.document(
            Make.content("<license>\(Make.prohibits("commercial", "user"))</license>")
                + Make.content("<license>\(Make.permits("ai-train"))</license>", url: "/articles/"))
        #expect(try Make.outcome(wide, user: "commercial") == .userExcluded)
    }

    @Test("More licences than are weighed are not weighed")
    func overload() throws {
        let licences = String(repeating: "<license/>", count: RSLEvaluation.limit + 1)
        #expect(try Make.outcome(Make.document(Make.content(licences))) == .invalid)
    }

    @Test("A document in its place speaks for that place, whatever canonical address it names (section 4.6.2)")
    func placement() throws {
        for url in ["", "https://elsewhere.example/x", "urn:isbn:1"] {
            let text = Make.licence(Make.prohibits("all"), url: url)
            #expect(try Make.outcome(text, by: .placement) == .prohibited)
        }
        #expect(try Make.outcome(Make.licence(Make.prohibits("all"), url: "/b"), by: .placement) == .unlicensed)
        #expect(try Make.outcome(Make.licence(Make.prohibits("all"), url: ""), by: .link) == .prohibited)
    }

    @Test("Adding a prohibition of training to a licence in the narrowest scope always prohibits it")
    func harder() throws {
        let bodies = Self.terms.map(\.0) + [Make.permits("all"), Make.permits("ai-train"), Make.permits("search"), ""]
        for body in bodies {
            for token in ["all", "ai-all", "ai-train"] {
                let text = Make.document(
                    Make.content(
                        "<license>\(body)</license><license>\(Make.prohibits(token))</license>", url: "/articles/")
                        + Make.content("<license>\(body)</license>"))
                #expect(try Make.outcome(text) == .prohibited)
            }
        }
    }
}
