/// The words that tell what a licence link or name speaks of, in the languages that pages are written in.
///
/// Writings without spaces are matched anywhere in a run of letters, all others as whole words. Source: rights-signals,
/// sections 9.3 and 9.4, read 2026-11-23; words of credit lines as pages write them.
enum LicenceVocabulary {
    /// A set of words, and of pieces for writings without spaces.
    struct Words: Sendable {
        let whole: Set<String>
        let pieces: [String]

        init(_ words: String, pieces: String = "") {
            whole = Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
            self.pieces = pieces.split(whereSeparator: \.isWhitespace).map(String.init)
        }

        func has(_ word: Substring) -> Bool {
            if whole.contains(String(word)) { return true }
            guard let first = word.utf8.first, first >= 0xE3 else { return false }
            return pieces.contains { word.contains($0) }
        }
    }

    /// Things that are not the text of a page.
    static let assets = Words(
        """
        photo photos photograph photographs photography photographer image images picture pictures pic pics icon icons
        illustration illustrations illustrator map maps mapdata font fonts typeface theme themes template templates skin plugin
        plugins widget flickr wikimedia unsplash pixabay pexels shutterstock music song video videos audio sound podcast logo
        logos artwork screenshot screenshots software code dataset datasets data database metadata abstract abstracts figure
        figures table tables comment comments submission submissions contribution contributions courtesy credit credits api app
        script scripts download downloads pdf ebook adapted derived excerpt excerpted openstreetmap osm icons8
        nounproject definitions freepik flaticon famfamfam silk favicon emoji emojis background wallpaper banner slides slideshare
        foto fotos fotograf fotografin fotografie bild bilder bildnachweis abbildung abbildungen grafik grafiken symbol symbole
        bildnachweise bildnachweisen fotonachweis fotonachweise bildquelle bildquellen umschlagbild umschlag visuel visuels
        couverture photographes omslagsbild omslagsfoto bilden bilderna fotografi obrázek obrázky fotografie ilustrace snímek
        fotoğraf fotoğraflar görsel görseller resim صورة الصورة صور الصور okładka okładki zdjęć ilustracja omslag foto's
        обложка обложки иллюстрация фотографий stylesheet layout
        schriftart schrift vorlage karte karten kartendaten hintergrundbild titelbild quellcode datensatz
        photographie photographies photographe icône icônes police carte cartes thème thèmes modèle image images crédit vidéo
        fotografía fotografías fotógrafo imagen imágenes icono iconos tema temas plantilla plantillas ilustración mapa mapas
        fotografia fotografias imagem imagens ícone ícones ilustração modelo
        immagine immagini icona icone fotografie illustrazione mappa
        afbeelding afbeeldingen foto's fotograaf pictogram pictogrammen lettertype kaart
        zdjęcie zdjęcia fotografia ikony grafika motyw szablon
        фото фотография фотографии изображение изображения иконки иконка шрифт карта рисунок
        """,
        pieces: "图片 图标 字体 照片 圖片 圖示 插图 配图 插圖 摄影 攝影 写真 画像 アイコン イラスト フォント 素材 사진 이미지 아이콘 글꼴 폰트")
    /// The text, under any name.
    static let works = Words(
        """
        content contents text texts article articles site website page pages post posts blog work works material materials wiki
        document documents everything book chapter paper publication report documentation tutorial course lesson essay story
        information publications docs website's weblog journal trabalho trabalhos periódico periódicos
        inhalt inhalte texte text seite seiten website werk werke artikel beitrag beiträge dokument
        contenu contenus œuvre oeuvre article articles texte textes site publication document
        contenido contenidos obra obras sitio texto textos artículo artículos página blog
        conteúdo conteúdos artigo artigos texto
        contenuto contenuti opera testo testi articolo sito
        inhoud tekst werk pagina artikelen
        treść treści tekst teksty utwór artykuł strona
        содержимое материалы текст статья произведение сайт
        """,
        pieces: "作品 本文 内容 內容 本記事 文章 本站 網站 网站 記事 サイト コンテンツ ページ 저작물 콘텐츠 게시물 글은 자료")
    /// The text of a page by names that pages give to nothing else they show: amid a text `this work` is any work.
    static let pages = Words(
        """
        content contents text texts article articles site website weblog page pages post posts blog wiki documentation tutorial
        essay chapter lesson information
        inhalt inhalte text texte seite seiten website artikel beitrag beiträge
        contenu contenus article articles texte textes site
        contenido contenidos sitio texto textos artículo artículos página
        conteúdo conteúdos artigo artigos contenuto contenuti testo testi articolo sito
        inhoud tekst pagina artikelen treść treści teksty artykuł strona содержимое материалы статья
        """,
        pieces: "本文 本文章 本站 本网站 本網站 本页 本頁 本サイト 当サイト 本ウェブサイト この記事 本ページ 当ウェブサイト")
    /// Parts of a site with names of their own: what is said of one holds on its own pages.
    static let sections = Words(
        """
        blog weblog wiki dictionary glossary lexicon encyclopaedia encyclopedia journal portal
        wörterbuch enzyklopädie zeitschrift encyclopédie dictionnaire revue enciclopedia diccionario revista
        dicionário rivista encyclopedie woordenboek tijdschrift энциклопедия энциклопедии словарь журнал
        """)
    /// Works that a page may present: `this book` is the page's only if its address, site or title says book.
    static let kinds = Words("book chapter magazine newspaper lesson report course")
    /// What a site has several of, or apart from its other pages.
    static let collections = Words(
        "documentation docs publications publication material materials notes paper tutorial story essay document information"
    )
    /// Before a word for the text they tell it from what is closed.
    static let openWords: Set<String> = [
        "free", "open", "public", "frei", "freie", "freier", "libre", "libres", "abierto", "abierta", "aberto",
        "aberta",
        "gratuit", "gratuits", "commercial",
    ]
    /// A block that begins so goes on from the one before it.
    static let continuing: Set<String> = [
        "within", "or", "but", "except", "unless", "only", "until", "however", "though", "although", "least", "oder",
        "aber",
        "nur", "außer", "ou", "mais", "sauf", "pero", "salvo", "excepto", "mas", "exceto", "ma", "tranne", "maar",
        "behalve",
        "ale", "oprócz", "но", "кроме",
    ]
    /// Before a place they tell where.
    static let inWords: Set<String> = [
        "in", "within", "for", "outside", "of", "inside", "across", "dans", "en", "au", "em", "na", "nel", "w", "в",
        "the",
    ]
    static let all: Set<String> = [
        "all", "every", "alle", "sämtliche", "tous", "toutes", "todos", "todas", "tutti", "tutte", "wszystkie", "все",
    ]
    /// They end a limit, `unless otherwise marked`, and without one tell of a part.
    static let marked: Set<String> = [
        "noted", "stated", "indicated", "specified", "marked", "mentioned", "credited", "gekennzeichnet", "vermerkt",
        "ausgewiesen", "angegeben",
    ]
    /// They point at the page itself.
    static let thisWords: Set<String> = [
        "this", "these", "dieser", "diese", "dieses", "diesem", "cet", "cette", "ce", "ces", "este", "esta", "estos",
        "estas", "deste", "desta", "questo", "questa", "deze", "dit", "ten", "ta", "to", "tego", "tej", "niniejszy",
        "этот",
        "эта", "этой", "этого",
    ]
    static let grants = Words(
        """
        licensed license licence licenced available released published distributed shared provided offered reproduced reused
        lizenziert lizenz unterliegt veröffentlicht steht verfügbar stehen nutzungsbedingungen
        licencia licenciado licenciada bajo publicado distribuye distribuyen disponible disponibles
        sous licence disposition publié publiée diffusé diffusée distribué mis mise disponibles
        licença licenciado licenciada disponível disponibilizado sob
        licenza rilasciato rilasciata distribuito pubblicato disponibile disponibili
        onder licentie beschikbaar gepubliceerd vrijgegeven toepassing
        licencji udostępniane udostępniony udostępniona dostępne dostępny
        лицензии лицензией доступно доступны распространяется
        under terms berlisensi dilisensikan lisanslanmıştır licensierat licensierad licenseret lisensiert lisensoitu podléhá
        ліцензується subjecta fornito
        """,
        pieces:
            "采用 採用 许可 許可 授权 授權 遵循 发布 發布 适用 適用 提供 共享 ライセンス 公開 利用でき 利用可能 準拠 이용허락 이용할 따라 따릅니다 따름 적용 제공 배포")
    /// Words that make a work the page's own.
    static let pointers = Words(
        """
        this these our all my dieser diese dieses diesem unsere unser alle cet cette ce ces notre tous este esta estos estas
        nuestro todo todos esse nosso questo questa nostro tutti deze dit onze ten ta to niniejszy nasz wszystkie этот эта все
        """,
        pieces: "本作品 本文 本文章 本站 本网站 本網站 本页 本頁 本サイト 当サイト 本ウェブサイト この作品 この記事 本ページ 当ウェブサイト 본저작물 이저작물")
    /// They lead to a licence as its label.
    static let labels = Words(
        """
        license licence licenses licences lizenz licencia licença licenza licentie licencja licens lisens lisenssi licence
        лицензия ліцензія lisans copyright
        """, pieces: "ライセンス 许可 許可 授权 授權 라이선스 라이센스")
    /// They lead to what a page tells of itself in rows: `Published: 5 March`.
    static let rows = Words(
        """
        published posted updated modified date doi issn keywords tags categories category filed issue volume received
        accepted author authors veröffentlicht publié publicado pubblicato gepubliceerd
        """)
    /// Before a licence, of no work: somebody's.
    static let possessives: Set<String> = [
        "his", "her", "their", "another", "ihr", "ihre", "sein", "seine", "leur", "leurs", "su", "sus",
    ]
    /// The text by names that stand before its licence as a label: `Text: CC BY`.
    static let texts = Words("text texts texte textes texto textos testo testi tekst teksten teksty текст тексты")
    static let articles = Words(
        """
        the a an his her their its that another der die das ein eine le la les un une el los las o os as il lo i gli de het
        """)
    /// Before a work, they make it one of several or somebody's.
    static let others = Words(
        "a an another his her their ein eine einem einer un une una uno um uma een ihr ihre sein seine leur leurs su sus"
    )
    static let exceptions = Words(
        "except excluding excludes excepting ausgenommen außer sauf excepto salvo exceto tranne eccetto behalve oprócz кроме",
        pieces: "除 を除き 를제외")
    /// They speak of a part of the text, and do not say which.
    static let parts = Words(
        """
        some portions portion parts certain selected sections teile einige manche certains certaines parties algunos algunas partes
        alguns algumas alcuni alcune parti sommige delen niektóre części некоторые часть
        """, pieces: "部分 一部 일부")
    static let joining: Set<String> = ["and", "&", "und", "et", "y", "e", "or", "en", "oraz", "i", "и"]
    /// Sites that pages take text from, unless the page is theirs.
    static let sources: Set<String> = [
        "wikipedia", "wiktionary", "wikivoyage", "wikidata", "wikisource", "wikipédia", "wikipedii", "википедия",
        "википедии",
    ]
    /// Before a name, in a credit.
    static let by: Set<String> = ["by", "von", "par", "por", "di", "door", "od", "от", "via"]
    /// The statement is limited, not denied: `except where otherwise noted`.
    static let limits = Words(
        "otherwise anders contraire indicación indicação diversamente", pieces: "另有 特に 別途 별도")
}
