import Canonical
import Provenance
import Rights
import Testing
import WebAddress

@Suite("TDM policies")
struct TDMPolicyTests {
    static let example = """
        {"@context": ["http://www.w3.org/ns/odrl.jsonld"], "@type": "Offer", "profile": "http://www.w3.org/ns/tdmrep",
         "uid": "https://ex.com/p", "assigner": {"vcard:fn": "Ex Press", "vcard:hasEmail": "mailto:r@ex.com"},
         "permission": [{"action": "tdm:mine", "target": "https://ex.com/t",
          "duty": [{"action": "obtainConsent"}, {"action": {"@id": "odrl:compensate"}}],
          "constraint": {"leftOperand": "purpose", "operator": "eq", "rightOperand": {"@id": "tdm:research"}}}]}
        """

    @Test("Duties, purposes, target and assigner of an offer (TDMRep, section 7)")
    func offer() throws {
        guard case .policy(let policy) = TDMPolicy.parse(Array(Self.example.utf8)) else {
            Issue.record("no policy")
            return
        }
        #expect(policy.duties == ["obtainConsent", "compensate"])
        #expect(policy.purposes == ["tdm:research"])
        #expect(policy.targets == ["https://ex.com/t"])
        #expect((policy.assigner?.name, policy.assigner?.email) == ("Ex Press", "mailto:r@ex.com"))
        #expect(policy.isOffer && policy.hasProfile && !policy.isUnconditional)
    }

    @Test(
        "What is no policy leaves the conditions unknown",
        arguments: ["", "<html>", "{", "[]", "{}", #"{"@type":"Offer"}"#, #"{"permission":{"action":"read"}}"#, "1"])
    func unknown(_ body: String) {
        guard case .unknown = TDMPolicy.parse(Array(body.utf8)) else {
            Issue.record("a policy")
            return
        }
    }

    @Test(
        "A reservation stands whatever its policy is",
        arguments: [example, #"{"@type":"Offer","permission":{"action":"tdm:mine"}}"#, "<html>", ""])
    func reservation(_ body: String) throws {
        let page = try CanonicalURL("https://ex.com/p.json")
        let policy = SiteFile(
            kind: .tdmPolicy, asked: page.text, origin: page.origin, fetched: PageFixture.now, hops: [],
            outcome: body.isEmpty ? .absent : .found, body: Array(body.utf8), expires: PageFixture.now)
        let file = try PageFixture.file(
            .tdmrep, #"[{"location":"/","tdm-reservation":1,"tdm-policy":"https://ex.com/p.json"}]"#)
        let reading = try PageFixture(html: prose, files: [file, policy]).reading()
        let signal = try #require(reading.signals.first { $0.source == .tdmrepFile })
        #expect(signal.value == .deny)
        #expect(signal.notes.contains { $0.hasPrefix("policy-") })
        if body == Self.example { #expect(signal.conditions.contains("duty compensate")) }
    }
}
