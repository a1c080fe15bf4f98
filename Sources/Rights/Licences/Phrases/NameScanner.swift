/// Reads the name of a licence byte by byte; every step is bounded.
struct NameScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var at: Int

    init(bytes: UnsafeBufferPointer<UInt8>, at place: Int) { (self.bytes, at) = (bytes, place) }

    var hasDigit: Bool { at < bytes.count && ByteText.isDigit(bytes[at]) }

    /// Whether a text in lower case comes next, in any case of ASCII letters; then it is passed.
    mutating func skips(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard at + count <= bytes.count else { return false }
        for index in 0..<count where ByteText.lower(bytes[at + index]) != text.utf8Start[index] { return false }
        at += count
        return true
    }

    mutating func skips(_ text: [UInt8]) -> Bool {
        guard at + text.count <= bytes.count else { return false }
        for index in 0..<text.count where ByteText.lower(bytes[at + index]) != text[index] { return false }
        at += text.count
        return true
    }

    mutating func skipsAny(_ texts: [[UInt8]]) -> Bool { texts.contains { skips($0) } }

    /// The same for a word that ends there.
    mutating func skipsWord(_ text: String) -> Bool {
        let start = at
        guard skips(Array(text.utf8)), at == bytes.count || !ByteText.isLetter(bytes[at]) else {
            at = start
            return false
        }
        return true
    }

    /// Passes what stands between the words of a name: space, no-break space, hyphens and dashes, dots of Japanese, brackets.
    /// At most eight; whether there was any.
    mutating func skipsMarks() -> Bool {
        let start = at
        while at < bytes.count, at - start < 24 {
            let byte = bytes[at]
            if ByteText.isSpace(byte) || "-_/,:()\"'".utf8.contains(byte) {
                at += 1
            } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
                at += 2
            } else if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, 0x90...0x9F ~= bytes[at + 2] {
                at += 3
            } else if byte == 0xE3, at + 2 < bytes.count, bytes[at + 1] == 0x80 || bytes[at + 1] == 0x83,
                bytes[at + 2] == 0x80 || bytes[at + 2] == 0x8C || bytes[at + 2] == 0x8D || bytes[at + 2] == 0xBB
            {
                at += 3
            } else {
                break
            }
        }
        return at > start
    }

    /// Passes a run of letters, or one character of a writing without spaces; false at the end of a sentence.
    mutating func skipsOneWord() -> Bool {
        let start = at
        while at < bytes.count, at - start < 40, ByteText.isLetter(bytes[at]) || bytes[at] >= 0xC3 && bytes[at] < 0xE2 {
            at += bytes[at] >= 0xC3 ? 2 : 1
        }
        if at == start, at < bytes.count, bytes[at] >= 0xE3 { at += 3 }
        at = min(at, bytes.count)
        return at > start
    }

    /// `4.0`, `v3.0`, `Version 3.0`, after marks and the words that may stand before a number.
    mutating func version() -> String? {
        let start = at
        for _ in 0..<4 {
            _ = skipsMarks()
            if skips("v"), hasDigit { break }
            if hasDigit || !skipsAny(Self.fillers) { break }
        }
        guard at + 2 < bytes.count, hasDigit, bytes[at + 1] == UInt8(ascii: "."), ByteText.isDigit(bytes[at + 2]),
            at + 3 == bytes.count || !ByteText.isDigit(bytes[at + 3])
        else {
            at = start
            return nil
        }
        at += 3
        return ByteText.string(bytes[at - 3..<at])
    }

    private static let fillers = [
        "version", "versión", "versão", "versione", "versie", "license", "licence", "lizenz", "licencia", "licença",
        "licenza",
        "licentie", "international", "internacional", "unported", "ersion", "许可协议", "许可证", "国际",
    ].map { Array($0.utf8) }

    /// The element that a word stands for; the word is passed.
    mutating func element() -> String? {
        for (element, words) in Self.elements where skipsAny(words) { return element }
        guard at + 1 < bytes.count, at + 2 == bytes.count || !ByteText.isLetter(bytes[at + 2]) else { return nil }
        // In small letters `by` is the word before a name.
        let letters = ["BY", "NC", "SA", "ND"].first { $0.utf8.elementsEqual(bytes[at..<at + 2]) }
        if letters != nil { at += 2 }
        return letters.map(ByteText.lowercased)
    }

    /// Longest first where one begins like another.
    private static let elements: [(String, [[UInt8]])] = [
        ("zero", ["cc0", "zero"]), ("mark", ["public domain mark"]),
        (
            "nc",
            [
                "noncommercial", "non-commercial", "non commercial", "nicht-kommerziell", "nicht kommerziell",
                "nichtkommerziell", "keine kommerzielle nutzung", "pas d'utilisation commerciale",
                "pas d’utilisation commerciale", "pas de utilisation commerciale", "utilisation non commerciale",
                "nocomercial",
                "no comercial", "não comercial", "nãocomercial", "uso não comercial", "non commerciale",
                "nietcommercieel",
                "niet-commercieel", "użycie niekomercyjne", "非営利", "非商业性使用", "非商業性", "비영리",
            ]
        ),
        (
            "nd",
            [
                "noderivatives", "noderivs", "no derivatives", "no derivative works", "no derivs",
                "keine bearbeitungen",
                "keine bearbeitung", "pas de modification", "sinderivadas", "sin derivadas", "sin obras derivadas",
                "semderivações", "sem derivações", "non opere derivate", "geenafgeleidewerken", "geen afgeleide werken",
                "bez utworów zależnych", "改変禁止", "禁止演绎", "禁止改作", "변경금지", "변경 금지",
            ]
        ),
        (
            "sa",
            [
                "sharealike", "share-alike", "share alike", "weitergabe unter gleichen bedingungen",
                "partage dans les mêmes conditions", "partage à l'identique", "compartirigual", "compartir igual",
                "compartilhaigual", "compartilha igual", "condividi allo stesso modo", "gelijkdelen",
                "na tych samych warunkach", "継承", "相同方式共享", "相同方式分享", "동일조건변경허락", "동일조건 변경허락",
            ]
        ),
        (
            "by",
            [
                "attribution", "namensnennung", "paternité", "atribución", "atribucion", "reconocimiento", "atribuição",
                "atribuicao", "attribuzione", "naamsvermelding", "uznanie autorstwa", "表示", "署名", "姓名標示", "저작자표시",
                "저작자 표시",
            ]
        ),
    ].map { ($0.0, $0.1.map { Array($0.utf8) }) }
}
