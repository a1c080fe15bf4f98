/// The attributes a page reading keeps.
///
/// All others are dropped while reading.
public enum AttributeName: UInt8, Sendable, CaseIterable {
    case about, action, alt, ariaHidden, ariaLabel, `as`, charset, `class`, cite, content, data, datatype
    case dataNosnippet, datetime, hidden, href, hreflang, httpEquiv, id, itemid, itemprop, itemref, itemscope, itemtype
    case lang, media, method, name, prefix, property, rel, resource, rev, role, src
    case style, target, title, type, `typeof`, value, vocab, xmlns, xmlLang

    /// The name as it is written in HTML, in lower case: `http-equiv`, `aria-hidden`.
    public var name: String {
        switch self {
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .dataNosnippet: "data-nosnippet"
        case .httpEquiv: "http-equiv"
        case .xmlLang: "xml:lang"
        default: "\(self)"
        }
    }
}
