/// What a key of a signed note signs, as the first byte of its encoded form.
///
/// Source: C2SP signed-note v1.0.0, section "Signature types", date read 2026-11-29.
public enum KeyKind: UInt8, Hashable, Sendable {
    /// Ed25519 over the note's text.
    case ed25519 = 0x01
    /// Ed25519 over a time and the text of a checkpoint. Source: C2SP tlog-cosignature v1.0.0, same date.
    case cosignature = 0x04
}
