internal import Markup

/// Whether an element says itself that it is not shown; style sheets are not read.
enum Concealment {
    static func hides(_ node: Int, _ page: PageReading) -> Bool {
        if page.has(.hidden, of: node) { return true }
        if let value = page.attribute(.ariaHidden, of: node), page.equals(page.trimmed(value), ignoringCase: "true") {
            return true
        }
        // What stands on body and html says how the whole page looks.
        let isWhole = page.nodes[node].tag == .body || page.nodes[node].tag == .html
        if !isWhole, let range = page.attribute(.class, of: node),
            page.tokens(range).contains(where: { isHiding($0, page) })
        {
            return true
        }
        guard let style = page.attribute(.style, of: node) else { return false }
        return page.bytes(style).prefix(4096).split(separator: UInt8(ascii: ";")).contains(where: isHiding)
    }

    /// Names that style sheets give to what no reader sees.
    private static let names: Set<String> = [
        "hidden", "d-none", "invisible", "is-hidden", "visually-hidden", "visuallyhidden", "visually-hidden-focusable",
        "sr-only", "screen-reader-text", "screen-reader-only", "element-invisible", "u-hidden", "display-none",
        "nodisplay",
    ]

    private static func isHiding(_ token: Range<Int>, _ page: PageReading) -> Bool {
        token.count >= 6 && token.count <= 25 && names.contains(ByteText.lowercased(page.string(token)))
    }

    /// One declaration of a style.
    private static func isHiding(_ declaration: ArraySlice<UInt8>) -> Bool {
        guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let name = ByteText.lowercased(ByteText.string(ByteText.trimmed(declaration[..<colon])))
        let bare = ByteText.string(declaration[(colon + 1)...].filter { !ByteText.isSpace($0) }.map(ByteText.lower))
        let value = bare.hasSuffix("!important") ? String(bare.dropLast(10)) : bare
        switch name {
        case "display": return value == "none"
        case "visibility": return value == "hidden" || value == "collapse"
        case "content-visibility": return value == "hidden"
        case "opacity": return number(value) < (value.hasSuffix("%") ? 10 : 0.1)
        case "font-size", "width", "height", "max-width", "max-height", "zoom", "line-height":
            return number(value) < 2 && !isRelative(value)
        case "left", "right", "top", "bottom", "text-indent", "margin", "margin-left", "margin-top", "inset":
            return value.split(separator: "-", omittingEmptySubsequences: false).dropFirst().contains {
                number(String($0)) >= 50
            }
        case "clip": return value != "auto"
        case "clip-path", "-webkit-clip-path": return value != "none"
        case "transform", "scale": return value.contains("scale(0") || value.contains("-9") || value == "0"
        case "color", "-webkit-text-fill-color":
            return value == "transparent" || value.hasPrefix("rgba(") && value.hasSuffix(",0)")
        case "text-decoration", "text-decoration-line": return value.contains("line-through")
        case "filter": return value.contains("opacity(0")
        default: return false
        }
    }

    /// `1em` and `1.5` of a line are as large as others; `0`, `0.1em` and `1px` are no sizes to be read.
    private static func isRelative(_ value: String) -> Bool { !value.hasSuffix("px") && number(value) >= 0.2 }

    /// The number a value begins with; infinite if it begins with none.
    private static func number(_ value: String) -> Double {
        Double(value.prefix { $0.isNumber || $0 == "." || $0 == "-" }) ?? .infinity
    }
}
