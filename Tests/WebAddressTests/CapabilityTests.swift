import Testing
import WebAddress

@Suite("URLs that are capabilities")
struct CapabilityTests {
    @Test(
        "A signature, token, session or password is named",
        arguments: [
            ("https://s3.test/a?X-Amz-Date=1&X-Amz-Signature=ab", "X-Amz-Signature"),
            ("https://s3.test/a?x-goog-signature=ab", "x-goog-signature"),
            ("https://cdn.test/a?Expires=1&Signature=ab&Key-Pair-Id=c", "Signature"),
            ("https://blob.test/a?sv=1&se=2&sp=r&sig=ab", "sig"),
            ("https://a.test/a?b=c&token=ab", "token"),
            ("https://a.test/a?access_token=ab", "access_token"),
            ("https://a.test/a?%74oken=ab", "token"),
            ("https://a.test/a;token=b", ";token"),
            ("https://a.test/a;JSESSIONID=12?b=c", ";JSESSIONID"),
            ("https://a.test/a%3Bx;%6Asessionid=12", ";jsessionid"),
            ("https://a.test/a?b;jsessionid=12", "jsessionid"),
            ("https://a.test/(S(lit3py55))/b", "(S(…))"),
            ("https://u:p@a.test/", "userinfo"),
        ])
    func found(_ input: String, _ parameter: String) throws {
        #expect(try WebURL(input).looksLikeCapability == parameter)
    }

    @Test(
        "Ordinary parameters are not",
        arguments: [
            "https://a.test/", "https://a.test/token", "https://a.test/?signature=x", "https://a.test/?sig=1",
            "https://a.test/?expires=1",
            "https://a.test/?q=token", "https://a.test/?tokens=1", "https://a.test/a;b=c",
            "https://a.test/f(x)?y=(S(1))", "https://a.test/?#token=1",
        ])
    func ordinary(_ input: String) throws {
        #expect(try WebURL(input).looksLikeCapability == nil)
        #expect(try CanonicalURL(input).looksLikeCapability == nil)
    }
}
