import Foundation
import Provenance
import Registry
import Testing

@testable import Portal

@Suite("Texts")
struct TextTests {
    private func texts() throws -> Texts {
        try Texts(folder: Portal.resourceFolder + "/texts")
    }

    @Test("Every state, act, event and refusal has a text in every language", arguments: Language.allCases)
    func complete(language: Language) throws {
        let texts = try texts()
        var keys = ObjectionState.allCases.map { "state.\($0.rawValue)" }
        keys += NoticeState.allCases.map { "notice_state.\($0.rawValue)" }
        keys += ObjectionAct.allCases.map { "act.\($0.rawValue)" }
        keys += Objector.Kind.allCases.map { "role.\($0.rawValue)" }
        keys += Standing.allCases.map { "standing.\($0.rawValue)" }
        keys += RefusalCode.allCases.map { "refusal.\($0.rawValue)" }
        keys += LifeStep.allCases.map { "event.\($0.rawValue)" }
        keys += ScopeKind.allCases.map { "kind.\($0.rawValue)" }
        for key in keys { #expect(texts.say(key, language) != key, "\(key)") }
    }

    @Test("Places to fill in are the same in all languages")
    func places() throws {
        let texts = try texts()
        for key in texts.keys {
            let due = ["{0}", "{1}"].map { texts.say(key, .english).contains($0) }
            for language in Language.allCases {
                #expect(["{0}", "{1}"].map { texts.say(key, language).contains($0) } == due, "\(key) \(language)")
                #expect(!texts.say(key, language).isEmpty, "\(key) \(language)")
            }
        }
    }

    @Test(
        "RFC 9110, 12.5.4: the language that is asked for most",
        arguments: [
            ("de-DE,de;q=0.9,en;q=0.8", "de"), ("zh-TW", "zh"), ("nl, fr;q=0.5, es;q=0.7", "es"), ("", "en"),
            ("tlh", "en"), ("ja;q=0, de;q=0.1", "de"), ("*", "en"), (";;;,,q=", "en"),
        ])
    func accepted(field: String, language: String) {
        #expect(Language(accepting: field).rawValue == language)
    }
}
