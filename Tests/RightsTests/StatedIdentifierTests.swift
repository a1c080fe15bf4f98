import Rights
import Testing

@Suite("Identifiers that a page's metadata gives its work and makers")
struct StatedIdentifierTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let html: String
        let found: [String]

        init(_ name: String, _ html: String, _ found: [String]) {
            (testDescription, self.html, self.found) = (name, html, found)
        }
    }

    private static func script(_ json: String) -> String {
        "<script type='application/ld+json'>\(json)</script>"
    }

    static let cases = [
        Case("nothing", "<p>ISBN 978-0-306-40615-7 is a book</p>", []),
        Case(
            "citation tags",
            """
            <meta name=citation_doi content='10.1000/ABC'><meta name=citation_issn content='0317-8471'>
            <meta name=citation_isbn content='0-306-40615-2'>
            <meta name=citation_author_orcid content='https://orcid.org/0000-0002-1825-0097'>
            """, ["doi:10.1000/abc", "issn:0317-8471", "isbn:9780306406157", "orcid:0000-0002-1825-0097"]),
        Case(
            "two in one", "<meta name=citation_issn content='0317-8471; 2434-561X'>",
            ["issn:0317-8471", "issn:2434-561X"]),
        Case(
            "the same twice", "<meta name=doi content='10.1/a'><meta name=prism.doi content='doi:10.1/A'>",
            ["doi:10.1/a"]),
        Case(
            "Dublin Core says what it is, or is a DOI",
            """
            <meta name=DC.identifier content='urn:isbn:9780306406157'><meta name=dc.identifier content='10.1/b'>
            <meta name=dc.identifier content='ark:/12345/x'><meta name=dcterms.identifier content='ISSN 0317-8471'>
            """, ["isbn:9780306406157", "doi:10.1/b", "issn:0317-8471"]),
        Case("a wrong digit is none", "<meta name=citation_isbn content='978-0-306-40615-8'>", []),
        Case("Open Graph book", "<meta property='book:isbn' content='9780306406157'>", ["isbn:9780306406157"]),
        Case(
            "cite-as",
            "<link rel=cite-as href='https://doi.org/10.1/c'><link rel=alternate href='https://doi.org/10.1/d'>",
            ["doi:10.1/c"]),
        Case(
            "JSON-LD: the work, its whole and its author",
            script(
                """
                {"@context":"https://schema.org","@type":"ScholarlyArticle","identifier":{"@type":"PropertyValue","propertyID":"DOI",
                "value":"10.1/e"},"isPartOf":{"@type":"PublicationIssue","isPartOf":{"@type":"Periodical","issn":["0317-8471"]}},
                "author":[{"@type":"Person","@id":"https://orcid.org/0000-0002-1825-0097","name":"A"}],
                "citation":[{"@type":"ScholarlyArticle","identifier":"doi:10.1/cited","sameAs":"https://doi.org/10.1/cited"}]}
                """), ["doi:10.1/e", "issn:0317-8471", "orcid:0000-0002-1825-0097"]),
        Case(
            "JSON-LD: a book in a graph, its edition, music",
            script(
                """
                {"@context":"https://schema.org","@graph":[{"@type":"Book","isbn":9780306406157,
                "workExample":{"@type":"Book","isbn":"0-306-40615-2"}},{"@type":"MusicComposition","iswcCode":"T-034.524.680-1"}]}
                """), ["isbn:9780306406157", "iswc:T0345246801"]),
        Case(
            "JSON-LD: whoever is mentioned is no maker",
            script(
                """
                {"@type":"Article","mentions":{"@type":"Person","sameAs":"https://orcid.org/0000-0002-1825-0097"},
                "about":{"@type":"Book","isbn":"9780306406157"}}
                """), []),
        Case("JSON-LD that is none", script("{\"isbn\":"), []),
        Case(
            "microdata and RDFa",
            """
            <div itemscope itemtype='https://schema.org/Book'><span itemprop=isbn>978-0-306-40615-7</span></div>
            <div vocab='https://schema.org/' typeof=Periodical><span property=issn content='0317-8471'>x</span></div>
            """, ["isbn:9780306406157", "issn:0317-8471"]),
    ]

    @Test("Read, and nothing else", arguments: cases)
    func read(_ one: Case) throws {
        var page = PageFixture()
        page.html = "<html><head>\(one.html)</head><body>\(prose)</body></html>"
        #expect(try page.reading().identifiers == one.found)
    }

    @Test("No page fills a row with them")
    func bounded() throws {
        var page = PageFixture()
        page.html = (0..<100).map { "<meta name=doi content='10.1/\($0)'>" }.joined() + prose
        #expect(try page.reading().identifiers.count == 32)
    }
}
