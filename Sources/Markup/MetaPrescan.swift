/// "Prescan a byte stream to determine its encoding" (HTML Standard, section 13.2.3.2, read 2026-11-23).
struct MetaPrescan {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    init(_ payload: [UInt8], limit: Int) {
        bytes = payload.prefix(limit)
        at = bytes.startIndex
    }

    mutating func find() -> TextEncoding? {
        while at < bytes.endIndex {
            guard let bracket = bytes[at...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
            at = bracket
            if matches("<!--") {
                skipComment()
            } else if matches("<meta"), isSpaceOrSlash(at + 5) {
                at += 5
                if let encoding = meta() { return encoding }
            } else if isLetter(at + 1) || byte(at + 1) == UInt8(ascii: "/") && isLetter(at + 2) {
                skipTag()
            } else if let next = byte(at + 1),
                next == UInt8(ascii: "!") || next == UInt8(ascii: "/") || next == UInt8(ascii: "?")
            {
                at = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
            } else {
                at += 1
            }
        }
        return nil
    }

    private mutating func skipComment() {
        at += 2
        while at + 2 < bytes.endIndex {
            if bytes[at] == 0x2D, bytes[at + 1] == 0x2D, bytes[at + 2] == 0x3E {
                at += 3
                return
            }
            at += 1
        }
        at = bytes.endIndex
    }

    private mutating func skipTag() {
        while let next = byte(at), !isHTMLSpace(next), next != UInt8(ascii: ">") { at += 1 }
        while attribute() != nil {}
    }

    private mutating func meta() -> TextEncoding? {
        var seen: Set<String> = []
        var (isPragma, needsPragma) = (false, false)
        var charset: TextEncoding??
        while let (name, value) = attribute() {
            guard seen.insert(name).inserted else { continue }
            switch name {
            case "http-equiv": isPragma = isPragma || value == "content-type"
            case "content":
                if charset == nil, let found = Self.charset(inContent: value) {
                    (charset, needsPragma) = (.some(found), true)
                }
            case "charset": (charset, needsPragma) = (.some(TextEncoding(label: value)), false)
            default: break
            }
        }
        // A tag the page ends inside of states nothing.
        guard at < bytes.endIndex, !needsPragma || isPragma else { return nil }
        return charset ?? nil
    }

    /// "Extract a character encoding from a meta element".
    private static func charset(inContent value: String) -> TextEncoding? {
        var rest = Array(value.utf8)[...]
        while let found = position(of: "charset", in: rest) {
            rest = rest[(found + 7)...].drop(while: isHTMLSpace)
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop(while: isHTMLSpace)
            guard let quote = rest.first else { return nil }
            if quote == 0x22 || quote == 0x27 {
                guard let close = rest.dropFirst().firstIndex(of: quote) else { return nil }
                return TextEncoding(label: String(decoding: rest[(rest.startIndex + 1)..<close], as: UTF8.self))
            }
            let label = rest.prefix { !isHTMLSpace($0) && $0 != UInt8(ascii: ";") }
            return TextEncoding(label: String(decoding: label, as: UTF8.self))
        }
        return nil
    }

    private static func position(of word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        let count = word.utf8CodeUnitCount
        guard bytes.count >= count else { return nil }
        return (bytes.startIndex...bytes.endIndex - count).first { start in
            (0..<count).allSatisfy { asciiLowercased(bytes[start + $0]) == word.utf8Start[$0] }
        }
    }

    /// "Get an attribute": name and value in lower case; nil at the end of the tag.
    private mutating func attribute() -> (String, String)? {
        while let next = byte(at), isHTMLSpace(next) || next == UInt8(ascii: "/") { at += 1 }
        guard let first = byte(at), first != UInt8(ascii: ">") else { return nil }
        var name: [UInt8] = []
        while let next = byte(at), !(next == UInt8(ascii: "=") && !name.isEmpty), !isHTMLSpace(next),
            next != UInt8(ascii: "/"),
            next != UInt8(ascii: ">")
        {
            name.append(asciiLowercased(next))
            at += 1
        }
        while let next = byte(at), isHTMLSpace(next) { at += 1 }
        guard byte(at) == UInt8(ascii: "=") else { return (String(decoding: name, as: UTF8.self), "") }
        at += 1
        while let next = byte(at), isHTMLSpace(next) { at += 1 }
        return (String(decoding: name, as: UTF8.self), String(decoding: attributeValue(), as: UTF8.self))
    }

    private mutating func attributeValue() -> [UInt8] {
        var value: [UInt8] = []
        if let quote = byte(at), quote == 0x22 || quote == 0x27 {
            at += 1
            while let next = byte(at), next != quote {
                value.append(asciiLowercased(next))
                at += 1
            }
            if at < bytes.endIndex { at += 1 }
            return value
        }
        while let next = byte(at), !isHTMLSpace(next), next != UInt8(ascii: ">") {
            value.append(asciiLowercased(next))
            at += 1
        }
        return value
    }

    private func byte(_ index: Int) -> UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private func isLetter(_ index: Int) -> Bool { byte(index).map { ($0 | 0x20) &- 0x61 < 26 } ?? false }

    private func isSpaceOrSlash(_ index: Int) -> Bool {
        byte(index).map { isHTMLSpace($0) || $0 == UInt8(ascii: "/") } ?? false
    }

    private func matches(_ word: StaticString) -> Bool {
        at + word.utf8CodeUnitCount <= bytes.endIndex
            && (0..<word.utf8CodeUnitCount).allSatisfy { asciiLowercased(bytes[at + $0]) == word.utf8Start[$0] }
    }
}
