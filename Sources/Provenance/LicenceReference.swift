/// A licence or dedication as a page names it, put into one form.
public struct LicenceReference: Hashable, Sendable {
    /// Stable id: `cc-by`, `cc-by-sa`, `cc0`, `pdm`, `cc-unknown-version` …
    public let id: String
    /// The canonical URL of the deed, without `deed` or `legalcode`.
    public let url: String
    public let version: String
    /// The port: `de`, `igo`, `scotland`; empty for none.
    public let jurisdiction: String

    public init(id: String, url: String, version: String, jurisdiction: String) {
        self.id = id
        self.url = url
        self.version = version
        self.jurisdiction = jurisdiction
    }
}
