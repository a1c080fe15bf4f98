internal import Licensing

/// What spreadsheets take for a formula, by how it begins.
///
/// Source: OWASP, "CSV Injection"; read 2026-11-30.
enum SheetFormula {
    static func begins(_ text: String) -> Bool { text.utf8.first.map { signs.contains($0) } ?? false }

    private static let signs = Array("=+-@".utf8)

    /// Why an id that begins so is refused where tables for people and programs alike would hold it as it is. One that mandates
    /// could have is none: a hyphen and letters compute nothing.
    static func problem(of id: String) -> String? {
        guard begins(id), PlainName.problem(id) != nil else { return nil }
        return "\(id.prefix(80)) begins with =, +, - or @, which spreadsheets compute by; write it without"
    }
}
