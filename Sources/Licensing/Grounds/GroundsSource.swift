public import Canonical
public import Provenance

/// Where notices, mandates, contracts and other grounds of decisions are looked up: operator files, a registry snapshot.
///
/// The one way by which such facts reach decisions. What it answers is kept in the evidence row; the decision reads
/// only that.
public protocol GroundsSource: Sendable {
    /// What covers a capture.
    ///
    /// Pure: the same arguments give the same answer, in the same order.
    ///
    /// - Parameters:
    ///   - keys: every URL, domain, digest and identifier the capture is known by.
    ///   - fetched: when it was captured, or would be.
    ///   - profile: a notice that does not take in its purpose, commercial flag and places does not cover the capture;
    ///     contracts and mandates that do not are told with `fits` false.
    ///   - at: the time decided for. What was recorded after it is not told.
    func grounds(for keys: MatchKeys, fetched: Timestamp, profile: UseProfile, at: Timestamp) -> Grounds
}
