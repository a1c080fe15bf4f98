/// The folders of an output that hold rows.
public enum PartFolder: String, CaseIterable, Hashable, Sendable {
    case documents
    case evidence
    case sites
}
