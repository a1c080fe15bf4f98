import Provenance
import Testing

@Suite("Licences named in running text")
struct PhraseScopeTests {
    static let cases: [ScopeCase] = [
        .init(
            "footer", ScopeCase.page(footer: "Content on this site is licensed under CC BY-SA 4.0."), .covers,
            ["cc-by-sa"]),
        .init(
            "no-break space", ScopeCase.page(footer: "This site is licensed under CC\u{A0}BY\u{2011}NC 4.0"), .covers,
            ["cc-by-nc"]),
        .init(
            "long name",
            ScopeCase.page(
                footer:
                    "This work is licensed under a Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International License."
            ), .covers, ["cc-by-nc-nd"]),
        .init("CC0", ScopeCase.page(footer: "This text is published under CC0 1.0"), .covers, ["cc0"]),
        .init(
            "German",
            ScopeCase.page(
                footer: "Dieser Text ist lizenziert unter Creative Commons Namensnennung - Nicht kommerziell 4.0"),
            .covers, ["cc-by-nc"]),
        .init("Chinese", ScopeCase.page(footer: "本作品采用知识共享署名-非商业性使用-相同方式共享 4.0 国际许可协议进行许可。"), .covers, ["cc-by-nc-sa"]),
        .init("Japanese", ScopeCase.page(footer: "この記事はクリエイティブ・コモンズ 表示 4.0 ライセンスの下に提供されています。"), .covers, ["cc-by"]),
        .init(
            "no version", ScopeCase.page(footer: "This site is licensed under CC BY-SA."), .unclear,
            ["cc-unknown-version"]),
        .init("no words of grant", ScopeCase.page(footer: "2020 Jo Doe, CC BY 4.0"), .unclear, ["cc-by"]),
        .init("denied", ScopeCase.page(footer: "This site is not licensed under CC BY 4.0"), .none),
        .init(
            "in the text, of another work", ScopeCase.page("<p>The town uses CC BY 4.0 for its maps of old.</p>"), .none
        ),
        .init("article end", ScopeCase.page("<p>This article is published under CC BY 4.0.</p>"), .covers, ["cc-by"]),
        .init("photo", ScopeCase.page(footer: "Photos: Jo Doe, licensed under CC BY 2.0"), .none),
        .init(
            "OGL",
            ScopeCase.page(
                footer: "All content is available under the Open Government Licence v3.0, except where otherwise stated"
            ), .covers, ["ogl-uk"]),
        .init(
            "non-commercial without a name", ScopeCase.page(footer: "This site is free for non-commercial use."),
            .covers, ["unknown-open"]),
        .init(
            "e-mail copy",
            ScopeCase.page(footer: "Write to us, and cc by all means your friend. This site is offered as is."), .none),
        .init(
            "text beside its own link",
            ScopeCase.page(
                footer: "This site is licensed under <a rel=license href='\(ScopeCase.by)'>CC BY 4.0</a> (CC BY 4.0)."),
            .covers, ["cc-by"]),
    ]

    @Test("Only a grant in a place for grants counts", arguments: cases)
    func scope(_ one: ScopeCase) throws {
        let difference = try one.difference()
        #expect(difference == nil, "\(one.description): \(difference ?? "")")
    }
}
