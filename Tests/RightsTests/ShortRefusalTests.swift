import Provenance
import Rights
import Testing

@Suite("Short refusals, and refusals by the way to a licence")
struct ShortRefusalTests {
    static let refusals = [
        "Nobody may train AI with our texts.", "No one may use these texts to train AI.",
        "Use of our texts to train AI models requires prior written permission.",
        "Use of this site to train neural networks requires our prior written permission.",
        "AI training requires a licence.", "AI training requires a license from us.",
        "No rights are granted for AI training.", "No licence is granted for text and data mining.",
        "No machine learning.", "No AI.", "No AI!", "No AI, please.", "AI training: no", "AI training — no",
        "AI: no", "AI rights reserved", "AI rights reserved.", "EU DSM Art. 4(3): rights reserved",
        "EU DSM Art. 4(3): rights reserved.", "Rights reserved under Art. 4(3) of the DSM Directive.",
        "Article 4(3) CDSM: opt-out", "Keep this out of your training data.",
        "Copying is fine, AI training is not permitted.", "© 2026 Ann Smith · No AI", "© 2026 Ann Smith. No AI.",
        "No AI or ML use.", "No LLMs.", "No AI bots.", "No AI scraping.", "No bots, no AI.",
        "AI training only with a licence.", "AI training only by agreement.", "Licence required for AI training.",
        "AI training is not covered by this licence.", "Please don't train AI on this.",
        "Please do not feed this to AI.", "Do not feed this to an LLM.", "Hands off our texts, AI trainers.",
        "Generative AI use is prohibited.", "AI training ❌",
        "❌ AI training", "🚫 AI", "Reading: yes. AI training: no.", "AI use: none", "Text mining: prohibited",
        "TDM: no", "TDM: reserved", "TDM reserved.", "No permission for AI training.", "We opt out of AI training.",
        "Opted out of AI training.", "Training of AI on this content is subject to licence.",
        "AI training is strictly off-limits.", "This text is not training data.",
        "No part of this text may enter a training set.", "For humans only, not for AI.",
        "KI-Training nur mit Lizenz.", "Nutzung zu KI-Zwecken ausgeschlossen.", "Keine KI.", "KI-Training: nein",
        "KI: nein", "Kein maschinelles Lernen.", "KI-Rechte vorbehalten.",
        "Niemand darf mit unseren Texten KI trainieren.", "KI-Training bedarf unserer Zustimmung.",
        "KI-Training ist lizenzpflichtig.", "Für KI-Training werden keine Rechte eingeräumt.",
        "Text und Data Mining nur mit schriftlicher Genehmigung.",
        "Die Verwendung zum Training von KI erfordert eine Lizenz.", "Bitte nicht zum Trainieren von KI verwenden.",
        "Bitte keine KI damit trainieren.", "Nicht für KI.", "Nicht für KI-Training.", "TDM-Vorbehalt.",
        "Nutzungsvorbehalt nach § 44b UrhG", "Pas d'IA.", "Pas d'entraînement d'IA.", "Entraînement d'IA : non",
        "IA : non", "Entraînement d'IA uniquement sous licence.", "L'entraînement d'IA est soumis à autorisation.",
        "Droits IA réservés.", "Personne ne peut entraîner une IA avec nos textes.",
        "Aucun droit n'est accordé pour l'entraînement d'IA.", "Fouille de textes et de données : non",
        "Toute fouille de textes nécessite une licence.", "Pas d'apprentissage automatique.",
        "Merci de ne pas entraîner d'IA avec ce texte.", "Geen AI.", "Geen AI-training.", "AI-training: nee",
        "AI-training alleen met licentie.", "AI-rechten voorbehouden.", "Niemand mag met onze teksten AI trainen.",
        "AI-training vereist toestemming.", "Geen tekst- en datamining.", "Uitgesloten voor AI-training.",
        "Nie dla AI.", "Bez AI.", "Trenowanie AI: nie", "Trenowanie AI tylko za zgodą.",
        "Trenowanie AI wymaga licencji.", "Nikt nie może trenować AI na naszych tekstach.", "Zakaz AI.",
        "Żadnego uczenia maszynowego.", "No IA.", "Sin IA.", "Entrenamiento de IA: no",
        "El entrenamiento de IA requiere licencia.", "Niente IA.", "Addestramento IA: no", "Sem IA.",
        "Not for training AI.", "Not for AI.", "No AI/ML.", "No AI or LLM training.", "AI = no", "AI: nope",
        "NO AI TRAINING", "no ai training", "No generative AI.", "No GenAI.", "No artificial intelligence.",
        "AI training: forbidden", "AI training: prohibited.", "AI training: not permitted",
        "Please, no AI training.", "We say no to AI training.", "I do not want my work used to train AI.",
        "I don't want this used for AI training.", "I refuse AI training.", "Our words are not AI food.",
        "This blog is not AI food.", "Written by a human, for humans. AI training prohibited.",
        "AI crawlers, keep out!", "AI crawlers: keep out", "LLM crawlers are not welcome.",
        "AI companies may not use this site.", "For AI licensing contact us; all other AI use is prohibited.",
        "AI training by arrangement only.", "AI training upon request only.",
        "AI training only after written consent.", "AI training is by permission only.",
        "Contact us before training AI on this.", "Ask before you train AI on this.", "AI training is a paid use.",
        "Unlicensed AI training is an infringement.", "AI training without a licence is infringement.",
        "AI training violates our copyright.", "We have not licensed our content for AI training.",
        "Our content has not been licensed for AI training.", "AI training is not licensed.",
        "AI training is excluded.", "AI training is out of scope of this licence.",
        "This licence does not cover AI training.", "The licence excludes AI training.",
        "CC BY, except AI training.", "Free for all uses but AI training.", "Free to use, but not for AI training.",
        "Any use but AI training is fine.", "All uses except machine learning.",
        "Everything is allowed except AI training.", "You may do anything except train AI.",
        "Rights for AI training: reserved", "TDM rights reserved", "TDM opt-out in force", "TDM-Reservation: 1",
        "tdm-reservation: 1", "ai-train=no", "ai-training: no", "noai", "noai, noimageai",
        "Machine-readable opt-out: AI training", "Art. 4 DSM opt-out", "Opt-out under Article 4 CDSM Directive",
        "Opt-out pursuant to Art 4 (3) Directive (EU) 2019/790", "§44b UrhG: vorbehalten",
        "Vorbehalt nach § 44b Abs. 3 UrhG", "TDM-Nutzung vorbehalten", "Kein TDM", "TDM: nein", "Kein KI-Training!",
        "KI-Training unerwünscht", "KI-Training nicht erwünscht.", "KI-Crawler sind nicht willkommen.",
        "Keine Freigabe für KI-Training.", "Keine Erlaubnis für KI-Training",
        "KI-Training ohne Lizenz ist verboten.", "Für KI-Training ist eine Lizenz nötig.",
        "Für KI-Training ist eine Lizenz erforderlich.", "KI-Training nur nach Absprache.",
        "Wir erlauben kein KI-Training.", "Training von KI: verboten", "Das Training von KI ist nicht gestattet.",
        "Nicht zum Training von KI-Modellen.", "Maschinelles Lernen: nein", "Maschinelles Lernen ausgeschlossen.",
        "KI-Nutzung untersagt", "KI-Nutzung nur mit Genehmigung", "Interdit aux IA.",
        "Interdit d'entraîner une IA sur ce texte.", "Non à l'entraînement d'IA.", "Entraînement IA interdit",
        "Entraînement d'IA : interdit", "Entraînement d'IA : sous licence uniquement", "Aucune IA.",
        "Pas de fouille de textes.", "Pas de TDM", "Usage IA réservé", "Usage par IA soumis à licence.",
        "L'entraînement d'IA nécessite notre accord.", "IA non autorisée", "Droits réservés, y compris IA",
        "Usage interdit aux IA", "AI-training niet toegestaan", "AI-gebruik verboden", "AI-training: verboden",
        "Niet voor AI-training.", "Voor AI-training is een licentie nodig.", "AI-training alleen na toestemming.",
        "Datamining: nee", "Geen datamining.", "Niet gebruiken om AI te trainen.", "AI niet welkom.",
        "Zakaz trenowania AI", "Nie wolno trenować AI.", "Trenowanie AI zabronione", "AI: nie",
        "Eksploracja danych: nie", "Nie do trenowania AI.", "Trenowanie AI wyłącznie na podstawie licencji.",
        "Trenowanie sztucznej inteligencji wymaga zgody wydawcy.", "Prohibido entrenar IA.", "IA: no",
        "No entrenar IA con estos textos.", "Entrenamiento de IA prohibido", "Entrenamiento de IA solo con licencia",
        "Vietato addestrare IA.", "Addestramento di IA vietato", "Addestramento IA solo con licenza",
        "Não treinar IA com estes textos.", "Treinamento de IA: não", "AI-träning: nej", "AI-träning förbjuden",
        "AI-træning: nej", "AI-trening: nei", "Ingen AI.", "Ingen AI-træning.", "AI学習禁止", "AI学習：不可", "机器学习：禁止",
        "禁止AI训练", "AI 학습 금지", "Обучение ИИ запрещено", "Yapay zeka eğitimi yasaktır.", "Yapay zeka: hayır",
    ]

    @Test("a footer that says no to training is heard", arguments: refusals)
    func refuses(_ sentence: String) throws {
        let found = try HeardRefusals.footer("<p>\(sentence)</p>")
        #expect(found.signals.contains { $0.source == .naturalLanguage && $0.isTaken && $0.value == .deny })
        #expect(found.statesAtUse[.naturalLanguage] == .stated)
    }

    static let others = [
        "Some publishers say that their content may not be used for AI training.",
        "Scraping ice is prohibited on deck.", "Ice scraping is forbidden in the rink.", "No AI newsletter today.",
        "No AI was used to write this.", "Written without AI.", "No AI generated text here.",
        "100% human, no AI used in making this site.", "AI in brief: no news",
        "No machine learning background is required.", "AI training courses: no prior experience required.",
        "AI: no longer science fiction", "AI training for teams. Registration required.",
        "A licence is required for fishing.", "All rights reserved.", "We train guide dogs.", "No smoking.",
        "Machine learning jobs: none", "AI helps us find bugs.", "Keine KI-generierten Bilder.",
        "Ohne KI geschrieben.", "Pas d'IA utilisée pour ce site.", "This site has no AI features.",
        "Nobody knows how AI works.", "The course on machine learning requires a deposit.",
        "Art. 4(3) GDPR: restriction of processing", "Rights reserved.",
        "Prerequisites: no machine learning knowledge needed.",
        "Many authors say AI training is prohibited by their publishers.", "Reservations: no. Walk in.",
        "Model training: none of our fashion models need it", "No data mining experience needed.",
        "AI training for your team. No prior knowledge needed.", "Free AI training: no cost, no catch",
        "No AI hype, just news.", "There is no AI without data.", "AI: no magic", "No AI can replace a nurse.",
        "AI training available on request.", "Our AI training requires registration.",
        "Our AI policy: we never use AI to write.", "We do not use AI.", "No AI was harmed.",
        "This article was written without AI.", "No AI, no ads, no tracking: our newsroom promise",
        "Ask our AI assistant.", "The AI Act requires consent of users.",
        "Data mining software requires a license key.",
        "Machine learning course: licence fee required for textbooks", "Text mining tools: none installed",
        "Ungelernte KI? Nein, danke fürs Lesen", "KI-Schulung nur mit Anmeldung",
        "Formation IA : inscription uniquement en ligne", "AI-cursus: geen voorkennis nodig", "Keine KI im Text.",
        "AI news", "TDM Systems GmbH", "Model trains: no returns", "No training on Mondays.", "Training: no",
        "No models.", "ML: 5 ml",
    ]

    @Test("a footer that says something else reserves nothing", arguments: others)
    func harmless(_ sentence: String) throws {
        #expect(!HeardRefusals.isHeard(try HeardRefusals.footer("<p>\(sentence)</p>")))
    }

    private static let quay = String(
        repeating: String(repeating: "The ferry came in late, and people went home over the wet stones. ", count: 4)
            + "\n\n",
        count: 20)

    static let inTexts = [
        "No AI.", "AI training: no", "AI training is not permitted.", "This text may not be used for AI training.",
        "Nobody may train AI with our texts.", "Keep this out of your training data.", "AI rights reserved.",
        "KI-Training nur mit Lizenz.", "Copying is fine, AI training is not permitted.",
    ]

    @Test("the same at the beginning, between the ends and at the end of a plain text", arguments: inTexts)
    func plain(_ sentence: String) throws {
        for text in [sentence + "\n\n" + Self.quay, Self.quay + sentence + "\n"] {
            let found = try HeardRefusals.plain(text)
            #expect(HeardRefusals.all(found).map(\.value) == [.deny])
        }
        let text = Self.quay + sentence + "\n\n" + Self.quay
        let amid = try #require(HeardRefusals.all(try HeardRefusals.plain(text)).first)
        // It may be that of a work which the text holds: whose it is nobody can tell.
        #expect(amid.value == .invalid && amid.notes == ["restrictive-intent", "amid-the-text"])
        #expect(Array(text.utf8)[amid.quote.offset...].starts(with: amid.quote.bytes))
    }

    @Test("the end of an article may say it too", arguments: inTexts.dropLast())
    func articleEnd(_ sentence: String) throws {
        let found = try PageFixture(html: "<main>\(prose)<p>\(sentence)</p></main>").reading()
        #expect(HeardRefusals.isHeard(found))
    }

    static let told = [
        "The paper said AI training is prohibited there.",
        "Some publishers say that their content may not be used for AI training.",
        "Scraping ice is prohibited on deck.", "There was no AI in those years.",
        "She asked whether AI training is prohibited in Chile.", "Critics want training AI on books to be forbidden.",
    ]

    @Test("what a text tells of others it does not say itself", arguments: told)
    func tells(_ sentence: String) throws {
        #expect(!HeardRefusals.isHeard(try HeardRefusals.plain(Self.quay + sentence + "\n\n" + Self.quay)))
        #expect(!HeardRefusals.isHeard(try PageFixture(html: "<main>\(prose)<p>\(sentence)</p></main>").reading()))
    }

    @Test("a text of nothing but denials is read in linear time")
    func denials() throws {
        for (one, other) in [("no AI x ", ""), ("no; ", "AI x; "), ("no ", "AI "), ("AI; no x ", "no; ")] {
            func text(_ count: Int) -> String {
                String(repeating: one, count: count) + String(repeating: other, count: count)
            }
            let (short, long) = (try time(text(4_000)), try time(text(16_000)))
            #expect(long < max(short, .milliseconds(2)) * 12, "\(one)\(other)")
        }
    }

    private func time(_ text: String) throws -> Duration {
        _ = try ProjectTables.read()
        return try ThreadTime.measure { _ = try HeardRefusals.plain(text) }
    }
}
