public import Jobs
public import Registry

/// Looks at a host for the nonce of an objection.
public protocol ProofFinder: Sendable {
    /// What stands there.
    ///
    /// - Throws: An error in words for the objector, if nothing could be asked.
    func found(_ method: ProofMethod, at host: String) async throws -> String
}

extension StandingLook: ProofFinder {
    public func found(_ method: ProofMethod, at host: String) async throws -> String {
        try await find(method, at: host)
    }
}
