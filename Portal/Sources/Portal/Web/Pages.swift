internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Mustache

/// The pages: templates of `Resources/pages` filled in with texts of one language and what there is to show.
///
/// Every value is written with references for `&`, `<`, `>` and quotes before a template sees it, so nothing that was filed
/// becomes markup. The templates' own way is switched off: it looks at whole characters, and a quote that bears an accent is
/// another character, but ends an attribute all the same.
struct Pages: Sendable {
    let texts: Texts
    private let library: MustacheLibrary

    init(folder: String, texts: Texts) throws {
        var library = MustacheLibrary()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".mustache") {
            let text = try String(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"), encoding: .utf8)
            try library.register("{{% CONTENT_TYPE: TEXT}}" + text, named: String(name.dropLast(9)))
        }
        (self.texts, self.library) = (texts, library)
    }

    /// - Parameters:
    ///   - values: What the template names; `title` is the page's.
    ///   - path: The page's path behind the language, for the same page in other languages.
    func response(
        _ template: String, _ values: [String: Any], _ context: PortalContext, path: String,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let language = context.language
        var all = values
        all["t"] = texts.tree(language)
        all["lang"] = language.rawValue
        all["tag"] = language.tag
        all["languages"] = Language.allCases.map { one in
            [
                "code": one.rawValue, "tag": one.tag, "name": one.name, "path": "/\(one.rawValue)\(path)",
                "isThis": one == language,
            ] as [String: Any]
        }
        let html = library.render(Markup.escaped(all), withTemplate: template) ?? ""
        return Response(status: status, bytes: Array(html.utf8), type: "text/html; charset=utf-8")
    }
}
