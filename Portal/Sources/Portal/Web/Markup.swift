internal import Registry

/// Text that is markup already.
struct Markup: Sendable {
    let html: String

    /// A value with all its texts written so that none of them is markup.
    static func escaped(_ value: Any) -> Any {
        switch value {
        case let markup as Markup: markup.html
        case let text as String: MarkupText.escaped(text)
        case is Bool, is Int: value
        case let values as [String: Any]: values.mapValues(escaped)
        case let values as [Any]: values.map(escaped)
        default: MarkupText.escaped(String(describing: value))
        }
    }
}
