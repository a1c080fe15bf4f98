public import Canonical
public import Ledger

// The same with a Public Suffix List as its octets, for whoever asks once: reading the list takes longer than the rest.
// All throw `badPublicSuffixList` besides.
extension RegistryStore {
    public func file(
        _ filing: ObjectionFiling, forReview: Bool = false, publicSuffixList: [UInt8], key: SigningKey, at: Timestamp
    ) throws(RegistryError) -> Result<Receipt, FilingRefusal> {
        let suffixes = try Snapshot.parse(publicSuffixList)
        return try file(filing, forReview: forReview, suffixes: suffixes, key: key, at: at)
    }

    public func challenge(
        _ id: String, for purpose: NoncePurpose = .standing, publicSuffixList: [UInt8], at: Timestamp
    ) throws(RegistryError) -> [StandingChallenge] {
        try challenge(id, for: purpose, suffixes: Snapshot.parse(publicSuffixList), at: at)
    }

    public func hosts(of id: String, publicSuffixList: [UInt8]) throws(RegistryError) -> [String] {
        try hosts(of: id, suffixes: Snapshot.parse(publicSuffixList))
    }

    public func redeem(
        _ id: String, host: String, found: String, by method: ProofMethod, for purpose: NoncePurpose = .standing,
        publicSuffixList: [UInt8], at: Timestamp
    ) throws(RegistryError) -> Result<ObjectionLife, FilingRefusal> {
        let suffixes = try Snapshot.parse(publicSuffixList)
        return try redeem(id, host: host, found: found, by: method, for: purpose, suffixes: suffixes, at: at)
    }
}
