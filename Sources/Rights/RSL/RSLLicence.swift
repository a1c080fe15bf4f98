/// One set of terms. Several of one content are alternatives.
public struct RSLLicence: Hashable, Sendable {
    public let permits: RSLRules
    public let prohibits: RSLRules
    /// Nil if the licence names no payment, which means that none is due.
    public let payment: RSLPayment?
    public let reporting: [RSLReporting]
    public let legal: [RSLLegal]
    let place: Range<Int>

    /// That the publisher attests to nothing: it says so itself.
    var retractions: [String] {
        legal.contains { $0.kind == .attestation && $0.tokens == ["false"] } ? ["attestation=false"] : []
    }
}
