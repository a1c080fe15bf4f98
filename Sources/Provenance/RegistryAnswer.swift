/// What the registry said of a capture.
public enum RegistryAnswer: Hashable, Sendable {
    /// The operator ran without a registry, in so many words (`--no-registry`).
    case notAsked
    /// Asked under the snapshot of the run; empty if nothing covers the capture.
    case matches([ObjectionMatch])
}
