internal import Canonical

/// One shape of rows, and how such a row is run.
///
/// A format is recognised by the keys of its rows, never by the name of the file.
protocol VectorFormat: Sendable {
    /// A few words for messages.
    var name: String { get }
    /// Whether a row has the keys of this format.
    func recognises(_ row: JSONValue) -> Bool
    /// - Throws: ``VectorFault`` if a key the format needs is missing or of another type.
    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome
}
