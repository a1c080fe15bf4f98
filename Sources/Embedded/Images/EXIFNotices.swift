/// Reads the words of rights in EXIF: `Copyright`, `UserComment` and the comment of a file manager.
///
/// Source: Exif 2.32 (CIPA DC-008-2019), sections 4.6.2 and 4.6.5; TIFF 6.0, section 2; read 2026-11-30.
struct EXIFNotices {
    private static let copyright = 0x8298
    private static let fileComment = 0x9C9C
    private static let userComment = 0x9286
    private static let exif = 0x8769

    private let view: ByteView
    /// Where the TIFF structure stands.
    private let range: Range<Int>
    private let isBig: Bool

    /// - Parameter range: Of the TIFF structure, with or without the mark of EXIF before it.
    static func read(_ view: ByteView, _ range: Range<Int>, into parts: inout EmbeddedParts) {
        let mark = Array("Exif\0\0".utf8)
        let isMarked = range.count >= mark.count && view.has(mark, at: range.lowerBound)
        let body = range.lowerBound + (isMarked ? mark.count : 0)..<range.upperBound
        guard let reader = EXIFNotices(view, body), let first = reader.number(4, at: 4) else {
            return parts.note("EXIF that is no TIFF")
        }
        let isFollowed = reader.directory(at: first, depth: 0, &parts)
        if !isFollowed { parts.fail("EXIF that cannot be followed") }
    }

    private init?(_ view: ByteView, _ range: Range<Int>) {
        guard range.count >= 8 else { return nil }
        (self.view, self.range) = (view, range)
        if view.has("II*\0", at: range.lowerBound) {
            isBig = false
        } else if view.has("MM\0*", at: range.lowerBound) {
            isBig = true
        } else {
            return nil
        }
    }

    /// A number at a place of the structure; nil beyond its end.
    private func number(_ width: Int, at place: Int) -> Int? {
        guard place >= 0, place <= range.count - width else { return nil }
        let at = range.lowerBound + place
        return isBig ? view.big(width, at: at) : view.little(width, at: at)
    }

    /// Reads the fields of a directory, and of the one of EXIF it names.
    ///
    /// - Returns: False if it, or words of it, lie outside of the structure.
    private func directory(at start: Int, depth: Int, _ parts: inout EmbeddedParts) -> Bool {
        guard let count = number(2, at: start), count <= EmbeddedLimits.fields else { return false }
        var isWhole = true
        for index in 0..<count {
            let at = start + 2 + 12 * index
            guard let tag = number(2, at: at), let size = number(4, at: at + 4), let value = number(4, at: at + 8)
            else {
                return false
            }
            switch tag {
            case Self.copyright, Self.fileComment, Self.userComment:
                let place = size <= 4 ? at + 8 : value
                guard place >= 0, size >= 0, place <= range.count, size <= range.count - place else {
                    isWhole = false
                    continue
                }
                let from = range.lowerBound + place
                words(view.bytes[from..<from + size], tag, &parts)
            case Self.exif where depth == 0: isWhole = directory(at: value, depth: 1, &parts) && isWhole
            default: break
            }
        }
        return isWhole
    }

    private func words(_ bytes: ArraySlice<UInt8>, _ tag: Int, _ parts: inout EmbeddedParts) {
        switch tag {
        case Self.copyright:
            // The photographer's and the editor's, a zero byte between them.
            for part in bytes.split(separator: 0).prefix(2) {
                parts.addNotice(part, at: part.startIndex, place: "EXIF")
            }
        case Self.fileComment: wide(bytes, isBig: false, &parts)
        default:
            let (code, text) = (bytes.prefix(8), bytes.dropFirst(8))
            if code.elementsEqual(Array("UNICODE\0".utf8)) {
                wide(text, isBig: isBig, &parts)
            } else {
                parts.addNotice(text, at: text.startIndex, place: "EXIF")
            }
        }
    }

    /// UTF-16 in the order of the structure, which some makers do not keep: a text of ASCII tells its order by its zeros.
    private func wide(_ bytes: ArraySlice<UInt8>, isBig: Bool, _ parts: inout EmbeddedParts) {
        guard bytes.count <= 2 * EmbeddedLimits.notice else { return parts.fail("a comment in EXIF that is too long") }
        let zeros = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).reduce(into: (first: 0, second: 0)) {
            if bytes[$1] == 0 { $0.first += 1 }
            if bytes[$1 + 1] == 0 { $0.second += 1 }
        }
        let isBigEndian = zeros.first == zeros.second ? isBig : zeros.first > zeros.second
        var units: [UInt16] = []
        for at in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
            let (one, other) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
            units.append(isBigEndian ? one << 8 | other : other << 8 | one)
        }
        let text = Array(String(decoding: units.drop { $0 == 0xFEFF }.prefix { $0 != 0 }, as: UTF16.self).utf8)
        parts.addNotice(text[...], at: bytes.startIndex, isVerbatim: false, place: "EXIF")
    }
}
