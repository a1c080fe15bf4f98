/// Fields of a filing that are erased together. The log has a salted commitment to each, never the fields.
public enum FieldGroup: String, CaseIterable, Hashable, Sendable {
    /// Name, kind, contact and identifiers of the objector, and the way the filing came.
    case identity
    case evidence
    /// What the objection covers.
    case scope
}
