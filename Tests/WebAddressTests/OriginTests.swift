import Testing
import WebAddress

@Suite("Origin")
struct OriginTests {
    @Test("description and reading back are inverse")
    func roundTrip() throws {
        for text in ["https://example.com", "http://example.com:8080", "https://[2001:db8::1]"] {
            #expect(try Origin(text).description == text)
        }
    }
}
