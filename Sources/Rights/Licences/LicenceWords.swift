internal import Markup

/// The words round a licence link, in its own block.
struct LicenceWords {
    /// Bytes looked at on each side.
    static let reach = 160

    private let before: [Substring]
    private let own: [Substring]
    private let after: [Substring]

    init(round node: Int, _ page: PageInput) {
        let reading = page.page
        (before, own, after) = (
            Self.words(Self.text(before: node, reading)), Self.words(reading.text(of: node)),
            Self.words(Self.text(after: node, reading))
        )
    }

    /// Drops a statement whose words speak of a picture or a theme; a bare link is kept only if its words grant.
    func judge(_ candidate: inout LicenceCandidate) {
        if let asset = assetWord {
            candidate.dropped = "words round it speak of: " + asset
        } else if candidate.carrier == .bareAnchor {
            if isNegated {
                candidate.dropped = "words round it deny a grant"
            } else if !grants, !candidate.inFooter {
                candidate.dropped = "named, not granted"
            } else {
                candidate.rank = .words
                if !grants || !namesThisWork(isFooter: candidate.inFooter) { candidate.notes.append(Self.unsure) }
            }
        }
    }

    /// The note on a bare link of which it is not said that it grants, or what.
    static let unsure = "grant-not-said"

    private static let assets: Set<String> = [
        "photo", "photos", "photograph", "photographs", "photography", "photographer", "image", "images", "picture",
        "pictures", "icon", "icons", "illustration", "illustrations", "map", "maps", "font", "fonts", "theme", "themes",
        "template", "templates", "plugin", "plugins", "foto", "fotos", "bild", "bilder", "imagen", "imágenes", "imagem",
        "immagine", "immagini", "afbeelding", "flickr", "wikimedia", "unsplash", "pixabay", "music", "song", "video",
        "videos", "audio", "logo", "logos", "artwork", "screenshot", "screenshots", "software", "code", "dataset",
        "datasets", "freepik", "flaticon", "favicon", "emoji", "emojis", "background", "wallpaper", "hintergrundbild",
        "titelbild", "图片", "写真", "画像", "사진",
    ]
    private static let works: Set<String> = [
        "content", "contents", "text", "texts", "article", "articles", "site", "website", "page", "pages", "post",
        "posts", "blog", "work", "works", "material", "materials", "wiki", "document", "everything", "inhalt",
        "inhalte",
        "texte", "seite", "werk", "artikel", "beitrag", "contenu", "contenus", "œuvre", "oeuvre",
        "contenido", "contenidos", "obra", "sitio", "conteúdo", "contenuto", "opera", "book", "chapter", "paper",
        "publication", "report", "documentation", "tutorial", "course", "lesson", "作品", "本作品",
    ]
    private static let grantWords: Set<String> = [
        "licensed", "license", "licence", "licenced", "available", "released", "published", "distributed", "shared",
        "lizenziert", "lizenz", "unterliegt", "veröffentlicht", "licencia", "licenciado", "bajo", "sous", "disposition",
        "licença", "licenza", "onder", "licentie", "under", "terms", "采用", "许可", "许可协议",
    ]
    private static let denials: Set<String> = ["not", "no", "unless", "never", "without", "nicht", "kein", "keine"]
    private static let exceptions: Set<String> = [
        "except", "excluding", "excludes", "excepting", "ausgenommen", "außer", "sauf",
    ]

    /// A word for something that is not the text, unless it is joined to the text or excepted.
    private var assetWord: String? {
        let words = before.suffix(12) + own + after.prefix(12)
        for index in words.indices where Self.assets.contains(String(words[index])) {
            let head = words[..<index].suffix(3)
            let isJoined =
                head.contains { Self.works.contains(String($0)) }
                && head.contains { ["and", "&", "und", "et", "y", "e", "or"].contains($0) }
            let isExcepted = words[..<index].suffix(5).contains { Self.exceptions.contains(String($0)) }
            if !isJoined, !isExcepted { return String(words[index]) }
        }
        return nil
    }

    private var grants: Bool {
        (before.suffix(14) + own + after.prefix(6)).contains { Self.grantWords.contains(String($0)) }
    }

    /// `unless otherwise noted` and `except where noted` limit a grant and do not deny it.
    private var isNegated: Bool {
        let near = Array(before.suffix(10))
        return near.indices.contains { index in
            guard Self.denials.contains(String(near[index])) else { return false }
            let next = near[(index + 1)...].prefix(2)
            return !next.contains { ["otherwise", "noted", "stated", "where"].contains($0) }
        }
    }

    private static let pointers: Set<String> = [
        "this", "these", "our", "all", "dieser", "diese", "dieses", "diesem", "cet", "cette", "ce", "ces", "este",
        "esta",
        "estos", "questo", "questa", "deze", "dit",
    ]
    private static let articles: Set<String> = [
        "the", "a", "an", "his", "her", "their", "its", "that", "another", "der", "die", "das", "ein", "eine", "le",
        "la",
        "les", "un", "une", "el", "los",
    ]

    /// Whether the words say that the page's own work is granted. In a footer `content` alone says so; in the text, where
    /// other works are spoken of too, only `this article`, or `except where otherwise noted`.
    private func namesThisWork(isFooter: Bool) -> Bool {
        let words = Array(before.suffix(20)) + own + Array(after.prefix(8))
        if words.indices.contains(where: { words[$0] == "otherwise" || words[$0] == "本作品" }) { return true }
        return words.indices.contains { index in
            guard Self.works.contains(String(words[index])) else { return false }
            let earlier = words[..<index].suffix(2).map(String.init)
            if earlier.contains(where: Self.pointers.contains) { return true }
            return isFooter && !earlier.suffix(1).contains(where: Self.articles.contains)
        }
    }

    private static func words(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).lowercased().split {
            !($0.isLetter || $0.isNumber || $0 == "&" || $0 == "'")
        }
    }

    private static let blocks: Set<Tag> = [
        .p, .div, .li, .td, .th, .tr, .table, .section, .article, .footer, .header, .aside, .main, .body, .ul, .ol,
        .figure, .figcaption, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .dd, .dt, .dl, .pre, .form, .nav, .center,
    ]

    private static func text(before node: Int, _ page: PageReading) -> [UInt8] {
        var pieces: [ArraySlice<UInt8>] = []
        var (at, count) = (node - 1, 0)
        while at >= 0, count < reach {
            let other = page.nodes[at]
            if other.isElement {
                if blocks.contains(other.tag) { break }
            } else if other.kind == .text {
                let bytes = page.bytes(page.range(ofText: at)).suffix(reach)
                pieces.append(bytes)
                count += bytes.count
            }
            at -= 1
        }
        return Array(pieces.reversed().joined(separator: [0x20]))
    }

    private static func text(after node: Int, _ page: PageReading) -> [UInt8] {
        var out: [UInt8] = []
        var at = max(Int(page.nodes[node].end), node + 1)
        let block = block(of: node, page)
        while at < block, out.count < reach {
            let other = page.nodes[at]
            if other.isElement, blocks.contains(other.tag) { break }
            if other.kind == .text {
                out += page.bytes(page.range(ofText: at)).prefix(reach)
                out.append(0x20)
            }
            at += 1
        }
        return out
    }

    /// One past the last node of the nearest block round a node.
    private static func block(of node: Int, _ page: PageReading) -> Int {
        var at = Int(page.nodes[node].parent)
        while at >= 0, !blocks.contains(page.nodes[at].tag) { at = Int(page.nodes[at].parent) }
        return at < 0 ? page.nodes.count : Int(page.nodes[at].end)
    }
}
