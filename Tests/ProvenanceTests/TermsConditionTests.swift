import Provenance
import Testing

@Suite("Conditions of an offer")
struct TermsConditionTests {
    static let all: [TermsCondition] = [
        .user(["commercial", "personal"]), .user([]), .notUser(["personal"]), .place(["EU", "US"]), .notPlace(["DE"]),
        .payment("crawl 0.015 USD"), .token("https://l/?a=b"), .process("/ask"), .reporting("audit https://p/"),
        .attribution, .standard("https://l/=or"), .alternative,
    ]

    @Test("A condition is read back as it was written", arguments: all)
    func roundTrip(_ condition: TermsCondition) {
        #expect(TermsCondition(condition.text) == condition)
    }

    @Test("Anything else is none", arguments: ["", "users=a", "User=a", "=", "or ", "https://policy.example/"])
    func none(_ text: String) {
        #expect(TermsCondition(text) == nil)
    }

    @Test("The union takes in its members, itself and nothing else")
    func union() {
        #expect(EuropeanUnion.members.count == 27)
        #expect(EuropeanUnion.takesIn("EU", "FR") && EuropeanUnion.takesIn("EU", "EU"))
        #expect(!EuropeanUnion.takesIn("EU", "GB") && !EuropeanUnion.takesIn("FR", "EU"))
    }
}
