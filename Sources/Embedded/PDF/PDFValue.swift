/// A value of a PDF file, as far as finding metadata needs it.
indirect enum PDFValue: Hashable, Sendable {
    case name(String)
    case integer(Int)
    case reference(Int)
    case list([PDFValue])
    case dictionary([String: PDFValue])
    /// A string, a real number, a keyword: told apart from nothing, not read.
    case other

    subscript(key: String) -> PDFValue? {
        guard case .dictionary(let entries) = self else { return nil }
        return entries[key]
    }

    var name: String? { if case .name(let name) = self { name } else { nil } }
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    var reference: Int? { if case .reference(let number) = self { number } else { nil } }
}
