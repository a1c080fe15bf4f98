/// What a publisher declares about rights and liability (RSL 1.0, section 3.13).
public struct RSLLegal: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case warranty, disclaimer, attestation, contact, proof
    }

    public let kind: Kind
    public let tokens: [String]
}
