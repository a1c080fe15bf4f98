public import Extraction
internal import Rights

/// The version of everything that turns bytes into signals and text: raised whenever a reading may change.
public enum ReaderVersion {
    public static let current = "page-3 " + Rights.readerVersion

    /// The name of the readers that write text in a form: what they make of a page differs by it.
    public static func writing(_ form: TextForm) -> String {
        form == .text ? current : current + " " + form.rawValue
    }

    /// Whether this program has the readers that a run names.
    static func isCurrent(_ name: String?) -> Bool { TextForm.allCases.contains { writing($0) == name } }
}
