import Provenance
import Rights
import Testing

@Suite("Reservations in the words of each language")
struct WordsOfLanguagesTests {
    static let reserving = [
        "You can't use our content to train AI models.", "You can\u{2019}t use this site for text and data mining.",
        "You can not use our articles to train AI.", "Please don\u{2019}t use our texts to train AI.",
        "This content must not be ingested by any AI system.", "You may not feed this content into an LLM.",
        "Bots that collect training data are not welcome.", "Our work is off-limits to AI training.",
        "Using our articles to build datasets for machine learning requires a licence.",
        "Keine Nutzung durch KI-Systeme gestattet.",
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
        "A szöveg- és adatbányászat tilos.",
        "Tartalmaink mesterséges intelligencia betanítására nem használhatók fel.",
        "Minden jog fenntartva, beleértve a szöveg- és adatbányászatot.",
        "Tilos a honlap tartalmát MI-modellek tanítására felhasználni.",
        "Este interzisă utilizarea conținutului pentru antrenarea modelelor de inteligență artificială.",
        "Toate drepturile rezervate, inclusiv extragerea de text și de date.",
        "Nu este permisă extragerea textului și a datelor de pe acest site.",
        "Conținutul nu poate fi folosit pentru antrenarea IA.",
        "Απαγορεύεται η χρήση του περιεχομένου για την εκπαίδευση μοντέλων τεχνητής νοημοσύνης.",
        "Η εξόρυξη κειμένου και δεδομένων δεν επιτρέπεται.",
        "ΑΠΑΓΟΡΕΥΕΤΑΙ Η ΕΞΟΡΥΞΗ ΚΕΙΜΕΝΩΝ ΚΑΙ ΔΕΔΟΜΕΝΩΝ.",
        "Με την επιφύλαξη παντός δικαιώματος, συμπεριλαμβανομένης της εξόρυξης κειμένων και δεδομένων.",
        "İçeriğimizin yapay zekâ eğitimi için kullanılması yasaktır.",
        "Bu sitedeki içerikler yapay zeka modellerini eğitmek için kullanılamaz.",
        "Metin ve veri madenciliği yasaktır.",
        "Metin ve veri madenciliğine izin verilmez.",
        "يُحظر استخدام المحتوى لتدريب نماذج الذكاء الاصطناعي.",
        "يمنع التنقيب عن النصوص والبيانات في هذا الموقع.",
        "لا يجوز استخدام محتوى الموقع لتدريب الذكاء الاصطناعي.",
        "جميع الحقوق محفوظة، بما في ذلك التنقيب في النصوص والبيانات.",
        "אין להשתמש בתוכן לאימון מודלים של בינה מלאכותית.",
        "השימוש בתוכן לאימון בינה מלאכותית אסור.",
        "כריית טקסט ונתונים אסורה.",
        "इस सामग्री का उपयोग एआई मॉडल को प्रशिक्षित करने के लिए निषिद्ध है।",
        "हमारी सामग्री का AI प्रशिक्षण के लिए उपयोग वर्जित है।",
        "डेटा माइनिंग की अनुमति नहीं है।",
        "Dilarang menggunakan konten ini untuk melatih model kecerdasan buatan.",
        "Konten kami tidak boleh digunakan untuk pelatihan AI.",
        "Penambangan teks dan data tidak diizinkan.",
        "Nghiêm cấm sử dụng nội dung này để huấn luyện mô hình trí tuệ nhân tạo.",
        "Không được phép khai phá văn bản và dữ liệu.",
        "Cấm sử dụng nội dung để đào tạo AI.",
        "ห้ามนำเนื้อหานี้ไปใช้ในการฝึกปัญญาประดิษฐ์",
        "ไม่อนุญาตให้ใช้เนื้อหาเพื่อฝึก AI",
        "ห้ามทำเหมืองข้อความและข้อมูล",
        "Забранява се използването на съдържанието за обучение на модели с изкуствен интелект.",
        "Vyťažovanie textov a dát je zakázané.",
        "Zabranjeno je korištenje sadržaja za treniranje modela umjetne inteligencije.",
        "Besedilno in podatkovno rudarjenje ni dovoljeno.",
        "Teksti- ja andmekaeve on keelatud.",
        "Tekstizrace un datizrace ir aizliegta.",
        "Tekstų ir duomenų gavyba draudžiama.",
        "Queda prohibida la mineria de textos i dades.",
        "Забрањено је коришћење садржаја за обучавање вештачке интелигенције.",
        "استفاده از محتوا برای آموزش هوش مصنوعی ممنوع است.",
        "Obsah nelze použít k trénování umělé inteligence.",
        "Tekoälyn kouluttaminen sisällöillämme on kielletty.",
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
            "Minden jog fenntartva. Cikkeink a mesterséges intelligenciáról.",
            "A változtatás jogát fenntartjuk. MI hírek.",
            "Toate drepturile rezervate. Articole despre inteligența artificială.",
            "Accesul interzis. Știri despre IA.",
            "Με την επιφύλαξη παντός δικαιώματος. Νέα για την τεχνητή νοημοσύνη.",
            "Tüm hakları saklıdır. Yapay zekâ haberleri.",
            "Park etmek yasaktır. Yapay zeka eğitimi kursu.",
            "جميع الحقوق محفوظة. أخبار الذكاء الاصطناعي.",
            "כל הזכויות שמורות. חדשות בינה מלאכותית.",
            "सर्वाधिकार सुरक्षित। एआई समाचार।",
            "Hak cipta dilindungi. Berita kecerdasan buatan.",
            "Bảo lưu mọi quyền. Tin tức trí tuệ nhân tạo.",
            "สงวนลิขสิทธิ์ ข่าวปัญญาประดิษฐ์",
            "Dilarang parkir. Pelatihan AI untuk guru.",
            "Cấm hút thuốc. Khóa đào tạo AI.",
            "Änderungen vorbehalten. Kurs: KI-Training.",
            "Yapay zeka eğitimi kursumuza katılın.",
            "Ikuti pelatihan AI kami, tidak dipungut biaya.",
            "A dohányzás tilos. Gépi tanulás tanfolyam.",
            "We don't use your content to train AI.", "Du kan ikke bruge parkeringspladsen.",
        ])
    func harmless(_ text: String) throws {
        let found = try PageFixture(html: prose + "<footer><p>\(text)</p></footer>").reading()
        #expect(!found.signals.contains { $0.source == .naturalLanguage && $0.value == .deny })
    }
}
