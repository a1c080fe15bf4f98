import Provenance
import Rights

/// One small page, and what its statements come to.
struct ScopeCase: Sendable, CustomStringConvertible {
    let description: String
    let html: String
    let outcome: LicenceFinding.Outcome
    let ids: [String]
    let path: String

    init(
        _ name: String, _ html: String, _ outcome: LicenceFinding.Outcome, _ ids: [String] = [], path: String = "/a"
    ) {
        (description, self.html, self.outcome, self.ids, self.path) = (name, html, outcome, ids, path)
    }

    static let by = "https://creativecommons.org/licenses/by/4.0/"
    static let nc = "https://creativecommons.org/licenses/by-nc/4.0/"
    static let sa = "https://creativecommons.org/licenses/by-sa/4.0/"

    /// A page of long prose with something in its head, after its prose and in its footer.
    static func page(head: String = "", _ body: String = "", footer: String = "") -> String {
        "<html><head><title>t</title>\(head)</head><body><article><h1>Old papers</h1>\(prose)\(body)</article>"
            + "<footer>\(footer)</footer></body></html>"
    }

    static func json(_ text: String) -> String { "<script type=\"application/ld+json\">\(text)</script>" }

    static let rel = "<a rel=license href='\(by)'>CC BY 4.0</a>"
    /// A licence with the relation, without it, and by name alone.
    static let forms = [rel, "<a href='\(by)'>CC BY 4.0</a>", "CC BY 4.0"]

    /// What a page comes to with each of them in the place of `@@`.
    static func outcomes(_ text: String, _ page: (String) -> String) throws -> [LicenceFinding.Outcome] {
        try forms.map { form in
            try PageFixture(html: page(text.replacing("@@", with: form))).reading().licence.outcome
        }
    }

    /// Reads it and compares; the text of what differs, or nil.
    func difference() throws -> String? {
        let finding = try PageFixture(html: html, path: path).reading().licence
        let isRight = finding.outcome == outcome && (outcome == .none || finding.licences.map(\.id).sorted() == ids)
        return isRight ? nil : "\(finding.outcome) \(finding.licences.map(\.id)): \(finding.reason)"
    }
}
