internal import Canonical
internal import Registry

/// The text of a notice as markup: everything it says, as it says it.
struct NoticeContent {
    let views: Views

    func markup(_ value: JSONValue) -> Markup { Markup(html: html(value)) }

    private func html(_ value: JSONValue) -> String {
        switch value {
        case .array(let items): "<ul>" + items.map { "<li>\(html($0))</li>" }.joined() + "</ul>"
        case .object(let members):
            "<dl>"
                + members.map { member in
                    let key = views.name("notice_key", member.key)
                    return "<dt>\(escape(key.replacing("_", with: " ")))</dt><dd>\(html(member.value))</dd>"
                }.joined() + "</dl>"
        case .string(let text): escape(text)
        default: escape(String(decoding: value.canonicalBytes, as: UTF8.self))
        }
    }

    private func escape(_ text: String) -> String { MarkupText.escaped(text) }
}
