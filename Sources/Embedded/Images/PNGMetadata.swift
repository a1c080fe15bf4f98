internal import Archive

/// Reads the text and C2PA chunks of a PNG file.
///
/// Source: PNG 3 (W3C 2025), sections 5.3 and 11.3.3; XMP Specification Part 3, section 1.1.5; C2PA 2.1, section 11.3.2;
/// read 2026-11-24.
enum PNGMetadata {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let keyword = Array("XML:com.adobe.xmp".utf8)
    private static let rsl = "https://rslstandard.org/rsl"

    static func read(_ view: ByteView, into parts: inout EmbeddedParts) {
        var at = signature.count
        while true {
            guard let length = view.big(4, at: at), let type = view.slice(at + 4, length: 4),
                let data = view.slice(at + 8, length: length), view.count - data.endIndex >= 4
            else { return parts.fail("a PNG chunk is cut at \(at)") }
            switch String(decoding: type, as: UTF8.self) {
            case "IEND": return
            case "iTXt": readText(data, &parts)
            case "eXIf": EXIFNotices.read(view, data.startIndex..<data.endIndex, into: &parts)
            case "tEXt", "zTXt":
                readNotice(data, isPacked: type.first == UInt8(ascii: "z"), &parts)
                readProfile(data, isPacked: type.first == UInt8(ascii: "z"), &parts)
            case "caBX": parts.addStore(data, at: data.startIndex, place: "caBX")
            default: break
            }
            at = data.endIndex + 4
        }
    }

    /// Keyword, whether compressed, how, language, translated keyword, text.
    private static func readText(_ data: ArraySlice<UInt8>, _ parts: inout EmbeddedParts) {
        guard let nul = data.firstIndex(of: 0), data.endIndex - nul >= 3,
            let language = data[(nul + 3)...].firstIndex(of: 0),
            let translated = data[(language + 1)...].firstIndex(of: 0)
        else { return parts.fail("an iTXt chunk is cut") }
        let isXMP = data[..<nul].elementsEqual(keyword)
        let text = data[(translated + 1)...]
        let isNotice = speaksOfRights(data[..<nul])
        guard data[nul + 1] != 0 else {
            if isNotice { parts.addNotice(text, at: text.startIndex, place: "iTXt") }
            guard isXMP || holdsLicence(text) else { return }
            return parts.addXMP(text, at: text.startIndex, place: "iTXt", limit: EmbeddedLimits.packet)
        }
        let inflated = Inflated.read(text, .zlib, limit: EmbeddedLimits.packet)
        if isNotice { addUnpacked(inflated, at: text.startIndex, place: "iTXt", &parts) }
        guard isXMP || holdsLicence(inflated.bytes[...]) else { return }
        guard inflated.isWhole else { return parts.fail("compressed XMP that cannot be unpacked") }
        parts.addXMP(
            inflated.bytes[...], at: text.startIndex, isVerbatim: false, place: "iTXt", limit: EmbeddedLimits.packet)
    }

    /// Keywords under which a picture's maker states its rights, and those of its comments.
    private static let rights: Set<String> = [
        "copyright", "disclaimer", "warning", "comment", "license", "licence", "rights", "usage terms", "usageterms",
    ]

    private static func speaksOfRights(_ keyword: ArraySlice<UInt8>) -> Bool {
        keyword.count <= 79 && rights.contains(String(decoding: keyword, as: UTF8.self).lowercased())
    }

    /// The text of a chunk whose keyword speaks of rights, in Latin-1.
    private static func readNotice(_ data: ArraySlice<UInt8>, isPacked: Bool, _ parts: inout EmbeddedParts) {
        guard let nul = data.firstIndex(of: 0), speaksOfRights(data[..<nul]) else { return }
        let text = data[(nul + 1)...]
        guard isPacked else { return parts.addNotice(text, at: text.startIndex, place: "tEXt") }
        let inflated = Inflated.read(text.dropFirst(), .zlib, limit: EmbeddedLimits.notice)
        addUnpacked(inflated, at: text.startIndex, place: "zTXt", &parts)
    }

    private static func addUnpacked(_ text: Inflated, at offset: Int, place: String, _ parts: inout EmbeddedParts) {
        guard text.isWhole else { return parts.fail("a compressed text that cannot be unpacked") }
        parts.addNotice(text.bytes[...], at: offset, isVerbatim: false, place: place)
    }

    /// RSL may stand in a text chunk of any name (RSL 1.0, section 4, as told second-hand, read 2026-11-24).
    private static func holdsLicence(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "<"), text.count <= EmbeddedLimits.packet else { return false }
        return ByteView(Array(text)).find(rsl, from: 0) != nil
    }

    /// The older form of some tools: a profile in hexadecimal digits, after its name and its length.
    private static func readProfile(_ data: ArraySlice<UInt8>, isPacked: Bool, _ parts: inout EmbeddedParts) {
        guard let nul = data.firstIndex(of: 0), data[..<nul].elementsEqual(Array("Raw profile type xmp".utf8))
        else { return }
        var text = Array(data[(nul + 1)...])
        if isPacked {
            let inflated = Inflated.read(data[(nul + 1)...].dropFirst(), .zlib, limit: 2 * EmbeddedLimits.packet + 4096)
            guard inflated.isWhole else { return parts.fail("a compressed XMP profile that cannot be unpacked") }
            text = inflated.bytes
        }
        guard let bytes = profile(text) else { return parts.fail("an XMP profile that is not in digits") }
        parts.addXMP(
            bytes[...], at: data.startIndex, isVerbatim: false, place: "Raw profile", limit: EmbeddedLimits.packet)
    }

    private static func profile(_ text: [UInt8]) -> [UInt8]? {
        let words = text.split(whereSeparator: { $0 <= 0x20 })
        guard words.count >= 2, let length = Int(String(decoding: words[1], as: UTF8.self)), length >= 0 else {
            return nil
        }
        var digits: [UInt8] = []
        for byte in words.dropFirst(2).joined() {
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            digits.append(UInt8(digit))
        }
        guard digits.count >= 2, digits.count / 2 >= length else { return nil }
        return (0..<length).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] }
    }
}
