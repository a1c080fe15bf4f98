import Provenance
import Rights
import Testing

@Suite("Reservations in the words of each language")
struct WordsOfLanguagesTests {
    static let reserving = [
        "You can't use our content to train AI models.", "You can\u{2019}t use this site for text and data mining.",
        "You can not use our articles to train AI.", "Please don\u{2019}t use our texts to train AI.",
        "AI training on our content isn't permitted.", "We don't consent to AI training on our content.",
        "Wir widersprechen der Nutzung unserer Inhalte zum Training von KI.",
        "Das Auslesen unserer Inhalte zum Zweck des Text und Data Mining (§ 44b UrhG) ist vorbehalten.",
        "Nous n\u{2019}autorisons pas l\u{2019}entraînement d\u{2019}IA sur nos contenus.",
        "La fouille de textes et de données est interdite sur ce site.",
        "Queda prohibido el uso de estos textos para entrenar modelos de inteligencia artificial.",
        "No está permitida la minería de textos y datos en este sitio.",
        "Ci opponiamo all\u{2019}uso dei nostri testi per addestrare modelli di IA.",
        "È vietato l\u{2019}uso dei contenuti di questo sito per l\u{2019}addestramento di sistemi di intelligenza artificiale.",
        "Het gebruik van onze artikelen voor AI-training is niet toegestaan.",
        "Onze teksten mogen niet worden gebruikt om AI te trainen.",
        "Não é permitido utilizar o nosso conteúdo para treinar modelos de IA.",
        "A editora reserva expressamente a mineração de textos e dados.",
        "Wykorzystywanie naszych treści do trenowania AI jest zabronione.",
        "Nie zezwalamy na eksplorację tekstów i danych w tym serwisie.",
        "Nie wyrażamy zgody na trening modeli AI na naszych tekstach.",
        "Nie wolno używać treści tego serwisu do uczenia maszynowego.",
        "Text- och datautvinning av vårt innehåll är inte tillåten.",
        "Vi förbehåller oss rätten till text- och datautvinning enligt 15 a § upphovsrättslagen.",
        "Innehållet på denna webbplats får inte användas för att träna AI.",
        "Det är förbjudet att använda våra texter för träning av AI-modeller.",
        "Tekst- og datamining af vores indhold er ikke tilladt.",
        "Indholdet på denne hjemmeside må ikke bruges til at træne AI-modeller.",
        "Forlaget forbeholder sig rettighederne til tekst- og datamining efter ophavsretslovens § 11 b.",
        "Det er forbudt at anvende vores artikler til træning af kunstig intelligens.",
        "Innholdet på dette nettstedet kan ikke brukes til å trene KI.",
        "Tekst- og datautvinning av våre artikler er forbudt.",
        "Sivuston sisältöä ei saa käyttää tekoälyn kouluttamiseen.",
        "Tekstin- ja tiedonlouhinta on kielletty tällä sivustolla.",
        "Vytěžování textů a dat z tohoto webu je zakázáno.",
        "Náš obsah nesmí být použit k trénování AI.",
        "Использование материалов сайта для обучения ИИ запрещено.",
        "Запрещается интеллектуальный анализ текстов и данных этого сайта.",
        "Мы не разрешаем использовать наши тексты для обучения нейросетей.",
        "ЗАПРЕЩЕНО использовать материалы сайта для обучения моделей искусственного интеллекта.",
        "Використання матеріалів сайту для навчання ШІ заборонено.",
        "当サイトのコンテンツを生成AIの学習データとして利用することを禁止します。",
        "未经授权，不得将本站内容用于训练大模型。", "본 사이트의 콘텐츠를 AI 학습에 이용하는 것을 금지합니다.",
    ]

    @Test("a reservation in the footer is found", arguments: reserving)
    func reserves(_ text: String) throws {
        let found = try PageFixture(html: prose + "<footer><p>\(text)</p></footer>").reading()
        #expect(found.signals.contains { $0.source == .naturalLanguage && $0.value == .deny && $0.isTaken })
        #expect(found.statesAtUse[.naturalLanguage] == .stated)
    }

    @Test("a reservation in capitals is one too", arguments: reserving)
    func shouts(_ text: String) throws {
        let found = try PageFixture(html: prose + "<footer><p>\(text.uppercased())</p></footer>").reading()
        #expect(found.signals.contains { $0.source == .naturalLanguage && $0.value == .deny && $0.isTaken })
    }

    @Test(
        "what reserves nothing is none",
        arguments: [
            "AI newsletter: opt out any time.", "Our AI newsletter. You may opt out.",
            "TDM Systems Ltd. All rights reserved.",
            "© 2026 TDM Group. All rights reserved.", "Alla rättigheter förbehållna. Vår serie om AI.",
            "Alle rettigheder forbeholdes. Læs vores tema om kunstig intelligens.", "Все права защищены.",
            "Все права защищены. Наши новости о нейросетях.", "Обучение компании запрещено проводить ночью.",
            "Wszelkie prawa zastrzeżone. Nasz cykl o sztucznej inteligencji.", "Kaikki oikeudet pidätetään.",
            "인공지능 학습 과정 모집. 무단 주차 금지.", "우리는 인공지능을 연구합니다. 주차를 금지합니다.",
            "AI 학습 서비스를 소개합니다. 무단 전재 및 재배포 금지.", "Všechna práva vyhrazena. Náš seriál o umělé inteligenci.",
            "We don't use your content to train AI.", "Du kan ikke bruge parkeringspladsen.",
        ])
    func harmless(_ text: String) throws {
        let found = try PageFixture(html: prose + "<footer><p>\(text)</p></footer>").reading()
        #expect(!found.signals.contains { $0.source == .naturalLanguage && $0.value == .deny })
    }
}
