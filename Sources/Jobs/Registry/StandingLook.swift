internal import CDNSShim
public import Registry

/// Looks at a host for the nonce of an objection.
public struct StandingLook: Sendable {
    private let getter: PageGetter
    private let resolver: RegistrySettings.Resolver?

    /// Files and header fields are asked for by https alone, and never on another host than the one meant.
    public init(_ config: RunConfig) throws(JobError) {
        getter = try PageGetter(config, needsTLS: true)
        resolver = config.registry.resolver
    }

    public func close() { getter.close() }

    /// What stands there: the text of the file or page, the values of the header field, or the TXT records.
    ///
    /// - Parameter host: A host; for an account its page without the scheme.
    ///
    /// - Throws: ``JobError`` `couldNotRun` if nothing could be asked, `usage` for a method that looks nowhere.
    public func find(_ method: ProofMethod, at host: String) async throws(JobError) -> String {
        switch method {
        case .wellKnown:
            let page = try await getter.get(StandingChallenge.wellKnown(host))
            guard page.status == 200 else { return "" }
            return String(decoding: page.body.prefix(65_536), as: UTF8.self)
        case .header:
            let page = try await getter.get("https://\(host)/")
            return page.fields.filter { $0.name.lowercased() == StandingChallenge.headerName.lowercased() }
                .map(\.value).joined(separator: "\n")
        case .account:
            let page = try await getter.get("https://\(host)")
            guard page.status == 200 else { return "" }
            return String(decoding: page.body, as: UTF8.self)
        case .dns: return try records(of: StandingChallenge.record(host))
        case .mailbox, .signature, .document, .order, .list:
            throw JobError(.usage, "--method \(method.rawValue) looks nowhere: well-known, header, dns or account does")
        }
    }

    private func records(of name: String) throws(JobError) -> String {
        var room = [UInt8](repeating: 0, count: 65_536)
        let count = shim_txt(name, resolver?.address ?? 0, resolver?.port ?? 0, &room, Int32(room.count))
        guard count >= 0 else {
            throw JobError(.couldNotRun, "\(name): no name server answered whole; try again later")
        }
        return String(decoding: room.prefix(Int(count)).map { $0 == 0 ? 0x0A : $0 }, as: UTF8.self)
    }
}
