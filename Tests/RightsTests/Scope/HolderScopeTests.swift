import Provenance
import Rights
import Testing

@Suite("Structured data that say whose a work is, license nothing of somebody else's")
struct HolderScopeTests {
    private static let by = ScopeCase.by

    private static func page(_ members: String, _ head: String = "") -> String {
        ScopeCase.page(
            head: head
                + ScopeCase.json(
                    #"{"@type":"Article","author":{"@type":"Person","name":"Jane Doe"},"publisher":{"@type":"Organization","name":"Old Town Archive"},"license":"\#(by)",\#(members)}"#
                ))
    }

    static let others: [String] = [
        #""License":"https://ex.com/terms""#,
        #""LICENSE":"\#(ScopeCase.nc)""#,
        #""potentialAction":{"@type":"BuyAction"}"#,
        #""offers":{"@type":"AggregateOffer","lowPrice":"5"}"#,
        #""offers":{"@id":"https://ex.com/buy"}"#,
        #""copyrightNotice":"© The respective owners""#,
        #""copyrightNotice":"Jane Doe for The Times""#,
        #""copyrightHolder":"Jane Doe, The Times""#,
        #""copyrightHolder":"Jane Doe and Reuters""#,
        #""rights":"No reuse""#,
        #""duration":"PT5M""#,
        #""uploadDate":"2020-01-01""#,
        #""partOfSeries":"Y""#,
        #""copyrightHolder":"Jane Roe""#,
        #""copyrightHolder":"Old Times""#,
        #""copyrightNotice":"© The Times""#,
        #""copyrightNotice":"Copyright 2024 Reuters""#,
        #""copyrightNotice":"© 2024 The Times. Used with permission.""#,
        #""copyrightHolder":{"@type":"Organization","name":"The Times"}"#,
        #""copyrightHolder":"The Times""#,
        #""copyrightHolder":["Jane Doe","The Times"]"#,
        #""copyrightHolder":{"@id":"https://thetimes.com/#org"}"#,
        #""creditText":"The Times""#,
        #""creditText":"Text: The Times""#,
        #""creditText":"© The Times, reprinted by permission""#,
        #""sourceOrganization":{"@type":"Organization","name":"Reuters"}"#,
        #""provider":{"@type":"Organization","name":"Reuters"}"#,
        #""dc:rightsHolder":"The Times""#,
        #""dcterms:rightsHolder":"The Times""#,
        #""rightsHolder":"The Times""#,
        #""copyright":"© The Times""#,
        #""copyrightOwner":"The Times""#,
        #""rights":"© The Times""#,
        #""dc:rights":"© The Times""#,
        #""http://purl.org/dc/terms/rightsHolder":"The Times""#,
        #""dcterms:accessRights":"restricted""#,
        #""accessRights":"Subscribers only""#,
        #""description":"Pictures CC BY; text: all rights reserved""#,
        #""abstract":"All rights reserved.""#,
        #""offers":{"@type":"Offer","price":"5.00","priceCurrency":"EUR"}"#,
        #""offers":[{"@type":"Offer","price":5}]"#,
        #""audience":{"@type":"Audience","audienceType":"members only"}"#,
        #""audience":"Subscribers only""#,
        #""accessMode":"visual""#,
        #""accessMode":["auditory"]"#,
        #""isPartOf":{"@type":"WebSite","name":"The Times","url":"https://www.thetimes.com/"}"#,
        #""isPartOf":{"@type":"Blog","@id":"https://other.org/#blog"}"#,
        #""license":"https://example.com/terms""#,
        #""copyrightNotice":"Text © The Times, photos CC BY""#,
        #""copyrightNotice":"Photos CC BY 4.0""#,
        #""copyrightNotice":"Licence applies to images""#,
        #""isAccessibleForFree":"no""#,
        #""isAccessibleForFree":0"#,
        #""usageInfo":{"@id":"https://ex.com/terms"}"#,
        #""copyrightYear":2024,"copyrightHolder":{"name":"Times Newspapers Ltd"}"#,
        #""associatedMedia":{"@type":"ImageObject"},"encodingFormat":["image/png"]"#,
        #""additionalType":["https://schema.org/ImageObject"]"#,
        #""archivedAt":"https://thetimes.com/x","copyrightNotice":"(c) Times Newspapers""#,
        #""editor":"x","copyrightNotice":"© Jo Bloggs 2019""#,
        #""conditionsOfAccess":{"@value":"Subscribers only","@language":"en"}"#,
        #""copyrightNotice":{"@value":"© The Times","@language":"en"}"#,
        #""copyrightNotice":["© Jane Doe","© The Times"]"#,
        #""license_note":"photos only""#,
        #""licenseNote":"only the photos""#,
        #""licenseScope":"images""#,
        #""licensee":"x","licensor":{"name":"The Times"}"#,
        #""syndicatedFrom":"https://thetimes.com/x""#,
        #""republishedFrom":"The Times""#,
        #""reprintOf":"https://thetimes.com/x""#,
        #""creator":{"@type":"Person","name":"Jo"},"copyrightHolder":{"@type":"Person","givenName":"Max","familyName":"Bloggs"}"#,
        #""copyrightHolder":{"@type":"Organization","legalName":"Times Newspapers"}"#,
        #""acquireLicensePage":"""#,
    ]

    @Test("A holder, a notice or a credit that is not the page's, and properties that limit", arguments: others)
    func other(_ members: String) throws {
        #expect(try PageFixture(html: Self.page(members)).reading().licence.outcome != .covers)
    }

    static let own: [String] = [
        #""copyrightHolder":"Old Town Archive Ltd""#,
        #""copyrightHolder":"Jane M. Doe""#,
        #""copyrightNotice":"© Jane Doe and Old Town Archive""#,
        #""copyrightNotice":"© Jane Doe""#,
        #""copyrightNotice":"© 2024 Old Town Archive""#,
        #""copyrightNotice":"© 2024 The Author(s)""#,
        #""copyrightNotice":"Copyright (c) 2024 Jane Doe""#,
        #""copyrightHolder":{"@type":"Organization","name":"The Author(s)"}"#,
        #""copyrightHolder":{"@type":"Person","name":"Jane Doe"}"#,
        #""copyrightHolder":"Old Town Archive""#,
        #""copyrightHolder":"Doe, Jane""#,
        #""creditText":"Jane Doe""#,
        #""copyrightNotice":"© 2024 Jane Doe. CC BY 4.0""#,
        #""copyrightNotice":"CC BY 4.0""#,
        #""copyrightNotice":"Licensed under CC BY 4.0""#,
        #""provider":{"@type":"Organization","name":"Old Town Archive"}"#,
        #""isPartOf":{"@type":"WebSite","name":"A","url":"https://www.ex.com/"}"#,
        #""isPartOf":{"@type":"Periodical","name":"J","issn":"1234"}"#,
        #""offers":{"@type":"Offer","price":"0"}"#,
        #""accessMode":["textual","visual"]"#,
        #""description":"How rights are reserved in practice""#,
        #""rights":"© Jane Doe""#,
        ##""copyrightHolder":{"@id":"#author"}"##,
        #""copyrightNotice":"""#,
        #""copyrightNotice":"© 2024""#,
        #""creditText":"Jane Doe / Old Town Archive""#,
        #""copyrightYear":2024"#,
    ]

    @Test("Holders, notices and credits of the page's own people, and of nobody in particular", arguments: own)
    func ownPeople(_ members: String) throws {
        #expect(try ScopeCase("own", Self.page(members), .covers, ["cc-by"]).difference() == nil)
    }

    @Test("The site's own name is known, and one that is only a holder's is not")
    func site() throws {
        let holder = #""copyrightHolder":"Town Press""#
        let named = Self.page(holder, "<meta property='og:site_name' content='Town Press'>")
        #expect(try ScopeCase("site", named, .covers, ["cc-by"]).difference() == nil)
        #expect(try ScopeCase("nobody", Self.page(holder), .none).difference() == nil)
    }

    @Test("What is doubted so still counts where it asks for more")
    func stricter() throws {
        let json = ScopeCase.json(##"{"@type":"Article","license":"\##(ScopeCase.nc)","copyrightHolder":"The Times"}"##)
        let page = ScopeCase.page(head: "<link rel=license href='\(Self.by)'>" + json)
        #expect(try ScopeCase("both", page, .conflict, ["cc-by", "cc-by-nc"]).difference() == nil)
    }
}
