import Provenance
import Rights
import Testing

@Suite("Content-Usage with keys and values of other protocols: nothing by its grammar, and plain (vocab-08, section 6)")
struct SwappedKeyTests {
    @Test(
        "a key that says no to training is meant as a refusal, and states no preference",
        arguments: [
            ("ai-train=n", true), ("ai-train=no", true), ("train-genai=no", true), ("training=?0", true),
            ("no-ai", true), ("ai-train=y", false), ("ai-train", false), ("search=n", false), ("train-ai=y", false),
            ("x-mailing=no", false),
        ])
    func key(_ value: String, _ isMeant: Bool) throws {
        let statement = AIPref.parse(value)
        #expect(statement.isParsed && statement[.trainAI] != .disallowed)
        #expect((!statement.restrictiveIntent.isEmpty || !statement.legacyDeny.isEmpty) == isMeant)
        let headers = [(name: "Content-Type", value: "text/html"), (name: "Content-Usage", value: value)]
        let found = try PageFixture(html: prose, headers: headers).reading()
        #expect((found.statesAtUse[.aiprefHeader] == .unreadable) == isMeant)
    }
}
