/// The schemes the URL Standard calls special, and all others as one.
///
/// Source: WHATWG URL Standard, section 3.1 "URL miscellaneous", read 2026-11-23.
enum SchemeKind: UInt8, Sendable {
    case other, http, https, ws, wss, ftp, file

    var isSpecial: Bool { self != .other }

    /// The port that is left out when a URL is written; -1 where there is none.
    var defaultPort: Int32 {
        switch self {
        case .http, .ws: 80
        case .https, .wss: 443
        case .ftp: 21
        case .other, .file: -1
        }
    }

    /// - Parameter scheme: The bytes before the colon, in lower case.
    init(_ scheme: ArraySlice<UInt8>) {
        self =
            switch scheme.count {
            case 2: scheme.elementsEqual("ws".utf8) ? .ws : .other
            case 3: scheme.elementsEqual("wss".utf8) ? .wss : scheme.elementsEqual("ftp".utf8) ? .ftp : .other
            case 4: scheme.elementsEqual("http".utf8) ? .http : scheme.elementsEqual("file".utf8) ? .file : .other
            case 5: scheme.elementsEqual("https".utf8) ? .https : .other
            default: .other
            }
    }
}
