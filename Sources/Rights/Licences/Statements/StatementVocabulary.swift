/// The words of which plain statements of a licence are made, besides those of ``LicenceVocabulary``.
///
/// A statement with any other word is not understood, and what is not understood licenses nothing: a missing word loses a
/// licence, and never makes one. Source: the forms of the licence chooser and of footers, read 2026-11-24.
enum StatementVocabulary {
    static func knows(_ word: Substring) -> Bool {
        word.count <= 1 || word.allSatisfy(\.isNumber) || words.has(word) || places.has(word) || isOfStatements(word)
            || short.contains(String(word))
            || word.first.map { $0.isNumber || $0 == "v" } ?? false && word.utf8.count <= 2
    }

    /// Words of two letters that plain statements are made of; others may be anything: `the EU`, `or so`.
    private static let short: Set<String> = Set(
        """
        an as at be by do if in is it my no of on or to we al et
        am da er es im ja ob um zu ab
        au ce de du en il la le ne ou où se un
        el lo mi no os os ya
        ao às da do na no os em só já
        di ed ha io le li se su
        op te er
        ma na od po są tę to ze za za
        av de du en er et ett för på är ei
        ke ve bu da
        cc nc sa nd
        на по от не за до из к и
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Countries that licences were ported to, by their names on licences.
    static let places = LicenceVocabulary.Words(
        """
        us uk germany austria switzerland france spain italy netherlands belgium luxembourg poland portugal brazil argentina
        chile mexico colombia peru japan korea china taiwan england wales scotland ireland canada australia
        sweden norway denmark finland greece hungary romania croatia serbia slovenia estonia israel india singapore
        igo españa italia nederland polska brasil méxico sverige norge danmark suomi deutschland österreich schweiz
        new zealand united states kingdom hong kong south africa costa rica puerto rico america
        """)

    private static func isOfStatements(_ word: Substring) -> Bool {
        let sets = [
            LicenceVocabulary.grants, LicenceVocabulary.works, LicenceVocabulary.pointers, LicenceVocabulary.articles,
            LicenceVocabulary.exceptions, LicenceVocabulary.limits, LicenceVocabulary.assets,
        ]
        return sets.contains { $0.whole.contains(String(word)) } || LicenceVocabulary.joining.contains(String(word))
            || LicenceVocabulary.by.contains(String(word))
    }

    /// What is left of a run of letters of a writing without spaces once the known pieces are taken away.
    static func rest(of run: Substring) -> Substring {
        var rest = run
        while !rest.isEmpty {
            guard let piece = pieces.first(where: rest.hasPrefix) else { return rest }
            rest = rest.dropFirst(piece.count)
        }
        return rest
    }

    private static let words = LicenceVocabulary.Words(
        """
        cc cc0 not dostępna creative commons attribution noncommercial noncommercially sharealike noderivatives noderivs derivatives derivs non
        commercial share alike no international unported generic public domain dedication mark zero universal version intl
        legal code deed copyright copyrighted copyleft rights reserved right some
        is are was been be being may can you free adapt remix copy redistribute use used reuse re even commercially any
        purpose permitted term conditions condition unless where when as noted stated indicated specified mentioned marked credited
        on at to for with which that these those it also here made open government ogl full all by under of in and or our we
        following applies apply herein throughout without notice hereby granted see terms hosted found ported
        permissions beyond scope 's elsewhere explicitly expressly noncommercial's odc odbl gfdl gnu data
        author authors has have
        encyclopaedia encyclopedia wiki lexicon dictionary glossary blog weblog journal magazine newspaper portal notes written
        documentation docs enzyklopädie wörterbuch zeitschrift encyclopédie dictionnaire revue enciclopedia diccionario revista
        dicionário rivista encyclopedie woordenboek tijdschrift энциклопедия энциклопедии словарь журнал
        ist sind wird werden wurde unter einer eine einem der die das des dem den auf von und oder im in zu zur für mit nach
        sofern soweit wenn nicht anders angegeben gekennzeichnet vermerkt ausgewiesen namensnennung weitergabe gleichen
        bedingungen keine bearbeitung bearbeitungen kommerziell kommerzielle nutzung lizenzvertrag lizenzbedingungen internationale
        internationalen international rechte urheber frei allgemeine alle sonst namens
        tout toute tous toutes l'ensemble explicite proposés licence publié publiée
        est sont sous une un des les aux la le du de en au et ou selon termes conditions sauf mention contraire indication indiqué
        paternité partage mêmes pas utilisation modification internationale attribution œuvre tous droits réservés certains
        licencié licenciée distribuée publiés distribués proposé cette autre notre soumis soumise dans l d qu il elle
        está están bajo una la las los del de en el y salvo que se indique lo contrario donde atribución reconocimiento compartir
        compartirigual igual internacional esta obra nuestra licenciados licenciadas publicados publicada algunos derechos reservados por con otra
        otro forma manera términos
        outra outro outras este esta deste desta neste nesta todo todos toda todas forma identificado
        são estão sob uma da do dos das os as em no na nos nas exceto salvo quando onde indicado indicação contrário atribuição
        compartilhaigual licenciados licenciadas publicado publicada com termos não direitos alguns
        sotto rilasciato tutto testo
        è sono con della dei delle del dello nel sul su per secondo dove diversamente indicato specificato attribuzione condividi
        stesso modo commerciale commerciali opere derivate internazionale quest quest'opera rilasciati distribuita distribuiti
        pubblicata pubblicati termini salvo eccetto alcuni diritti riservati tutti
        tekst website toepassing
        is zijn valt vallen onder een het de van op met tenzij anders vermeld aangegeven naamsvermelding gelijkdelen internationaal
        internationale creative-commons-licentie wordt worden deze dit licentievoorwaarden alle rechten voorbehouden niet
        jest są na licencją zasadach warunkach o ile zaznaczono inaczej uznanie autorstwa międzynarodowe samych tych tekst ta te
        utwór praca udostępniany chyba że jeśli nie
        произведение доступна доступен лицензия лицензией по под на в с и если не указано иное атрибуция всемирная
        является материал контент лицензируется условиях авторства указанием
        är under licens licensen licensierat licensierad texten tillgänglig detta verk innehåll erkännande delalika dela lika
        sayfa lisansı altında lisanslanmıştır içerik metin aksi belirtilmedikçe atıf bu eser
        obsah text dostupný pod licencí uveďte původ dílo toto zachovejte není-li uvedeno jinak
        النصوص متاحة تحت رخصة المشاع الإبداعي هذا العمل مرخص بموجب نسبة المصنف دولي
        terms-of-use cc-by cc-by-sa presented accordance
        это этот эта всемирная робота ліцензується відповідно ліцензії ліцензією ця цей
        er licenseret lisensiert lisens navngivelse internasjonal internasjonalt internationell værk verket dette denna denne den här
        on lisensoitu lisenssillä nimeä kansainvälinen tämä teos podléhá mezinárodní toto ile lisansı uluslararası alıntı
        licenci до licencja tej strony stronie сайта содержимое доступно иное dedicated
        berlisensi dilisensikan lisensi bawah internasional fornito çalışma
        aquesta obra està subjecta llicència reconeixement subjecte
        ported migrated
        """)

    /// Longest first where one begins like another.
    private static let pieces: [String] =
        (LicenceVocabulary.works.pieces + LicenceVocabulary.grants.pieces
        + LicenceVocabulary.pointers.pieces + LicenceVocabulary.exceptions.pieces + LicenceVocabulary.limits.pieces
        + LicenceVocabulary.assets.pieces + own).sorted { $0.count > $1.count }

    private static let own = """
        知识共享 知識共享 創用 署名 姓名標示 非商业性使用 非商業性 相同方式共享 相同方式分享 禁止演绎 禁止改作 国际 國際 许可协议 許可協議 授权条款 授權條款 协议 進行 进行
        国际许可协议 条款 條款 下 之 的 在 以 依 据 由 和 及 与 或 所有 全部 除非 注明 標註 标注 说明 說明 声明 聲明 另 有 外 均 皆 都 为 為 根据 使用 文字 文本 版权 版權 共用
        クリエイティブ コモンズ 表示 継承 非営利 改変禁止 国際 は の に で を が と も ます です され されて されています しています ています います いる いて いない した して する しない 下 もと 基づき 基づ 条件 限り 除い て 特 記載
        記 ない すべて 全て この あり 許諾 許諾されています 提供されています 版
        이 저작물 저작자표시 비영리 변경금지 동일조건변경허락 국제 라이선스 라이센스 크리에이티브 커먼즈 커먼스 에 의 은 는 을 를 와 과 수 있습니다 됩니다 에서 하에 조건 별도 표시 없는 한 모든 공공누리 제1유형 제 유형 사이트 의해 으로 로 본 다
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
