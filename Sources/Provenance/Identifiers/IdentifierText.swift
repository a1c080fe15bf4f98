/// An identifier as somebody wrote it, on its way to its one form.
struct IdentifierText {
    static let longestName = 40

    let scheme: IdentifierScheme
    /// Whole, for messages.
    let text: String
    /// Without the name of its registry and white space around it.
    let bare: String
    /// Whether it was written as a link, in which some characters stand escaped.
    let isLink: Bool

    init(_ text: String, _ scheme: IdentifierScheme) {
        (self.text, self.scheme) = (text, scheme)
        let trimmed = text.trimmed
        let start = trimmed.prefix(Self.longestName).lowercased()
        let name = scheme.names.first { start.hasPrefix($0) }
        isLink = name?.contains("//") ?? false
        if let name {
            bare = String(trimmed.dropFirst(name.count)).trimmed
        } else if start.hasPrefix(scheme.rawValue), let next = trimmed.dropFirst(scheme.rawValue.count).first,
            next.isWhitespace
        {
            bare = String(trimmed.dropFirst(scheme.rawValue.count)).trimmed
        } else {
            bare = trimmed
        }
    }

    func fault(_ code: IdentifierError.Code, _ reason: String) -> IdentifierError {
        IdentifierError(code, scheme, text, reason)
    }

    /// In capitals, without the spaces and hyphens that only group the characters.
    ///
    /// - Throws: ``IdentifierError`` for anything but letters and digits of ASCII.
    func characters(also marks: String = "") throws(IdentifierError) -> [UInt8] {
        var kept: [UInt8] = []
        for scalar in bare.unicodeScalars {
            switch scalar {
            case "0"..."9", "A"..."Z": kept.append(UInt8(scalar.value))
            case "a"..."z": kept.append(UInt8(scalar.value) - 0x20)
            case " ", "\u{A0}", "-", "\u{2010}"..."\u{2013}": continue
            case _ where marks.unicodeScalars.contains(scalar): continue
            default:
                throw fault(.form, "the character \"\(scalar)\" stands in none")
            }
        }
        return kept
    }

    /// Digits alone, the last of which may be an `X` for ten.
    ///
    /// - Throws: ``IdentifierError`` for another number of them than `count`, or for letters.
    func digits(_ count: Int, mayEndInX: Bool = false) throws(IdentifierError) -> [Int] {
        try values(of: characters()[...], count, mayEndInX: mayEndInX)
    }

    func values(
        of characters: ArraySlice<UInt8>, _ count: Int, mayEndInX: Bool = false
    ) throws(IdentifierError) -> [Int] {
        guard characters.count == count else {
            throw fault(.form, "it has \(characters.count) characters of \(count)")
        }
        var values: [Int] = []
        for (place, byte) in characters.enumerated() {
            switch byte {
            case 0x30...0x39: values.append(Int(byte) - 0x30)
            case UInt8(ascii: "X") where mayEndInX && place == count - 1: values.append(10)
            default:
                throw fault(
                    .form, mayEndInX ? "it is made of digits, with an X at most at its end" : "it is made of digits")
            }
        }
        guard values.contains(where: { $0 != 0 }) else { throw fault(.form, "zeros alone stand for none") }
        return values
    }

    /// - Throws: ``IdentifierError`` if the last of the digits does not follow from the others.
    func check(_ digits: [Int], _ rule: ([Int]) -> Int) throws(IdentifierError) {
        let due = rule(Array(digits.dropLast()))
        guard digits.last == due else {
            throw fault(.check, "its last digit should be \(due == 10 ? "X" : String(due)), or another is wrong")
        }
    }

    static func string(_ digits: some Sequence<Int>) -> String {
        digits.map { $0 == 10 ? "X" : String($0) }.joined()
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
