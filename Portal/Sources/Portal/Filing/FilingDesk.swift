internal import Canonical
internal import Jobs
internal import Ledger
internal import Registry
internal import WebAddress

/// What people do with objections: file, follow, prove, withdraw.
struct FilingDesk: Sendable {
    /// An objection that was taken in.
    struct Filed: Sendable {
        let receipt: Receipt
        /// Of the link by which it is followed.
        let token: String
        let followed: Followed
    }

    /// Hosts the portal itself asks for one objection.
    private static let mostHosts = 20
    let desk: StoreDesk
    let key: SigningKey
    let suffixes: PublicSuffixList
    let finder: any ProofFinder
    /// Nil if this registry sends no mail.
    let sender: (any CodeSender)?

    /// - Throws: ``Refusal`` `registry`, with the reason.
    func refuse(_ scopes: [ObjectionFiling.Scope]) throws {
        if let refusal = ObjectionFiling.refusal(of: scopes, suffixes: suffixes) { throw Refusal.registry(refusal) }
    }

    /// Files an objection, once for all times it is sent under one key.
    ///
    /// - Parameters:
    ///   - sent: The key that came with the form.
    ///   - form: The form, which must be the same whenever it is sent.
    func file(_ filing: ObjectionFiling, sent: String, form: [UInt8]) async throws -> Filed {
        let (suffixes, key) = (suffixes, key)
        return try await desk.change { store, now in
            let link = store.link(key: sent, form: form)
            switch try store.file(filing, link: link, suffixes: suffixes, key: key, at: now) {
            case .failure(let refusal): throw Refusal.registry(refusal)
            case .success(let receipt):
                guard let followed = try Self.followed(receipt.objection, store, tellsScopes: true) else {
                    throw Refusal.notFound
                }
                return Filed(receipt: receipt, token: link.token, followed: followed)
            }
        }
    }

    /// The objection a link is for.
    ///
    /// - Throws: ``Refusal`` `notFound`.
    func id(_ token: String) async throws -> String {
        guard Token.isToken(token), let id = try await desk.run({ try $0.objection(linkedBy: token) }) else {
            throw Refusal.notFound
        }
        return id
    }

    /// How an objection stands: to whoever has its link, or to everybody, who learns nothing of a personal scope.
    func follow(_ id: String, hasLink: Bool) async throws -> Followed {
        let followed = try await desk.run { store in try Self.followed(id, store, tellsScopes: hasLink) }
        guard let followed else { throw Refusal.notFound }
        return followed
    }

    private static func followed(_ id: String, _ store: RegistryStore, tellsScopes: Bool) throws -> Followed? {
        guard let life = try store.life(id, at: .now) else { return nil }
        return Followed(
            life: life, scopes: tellsScopes || !life.terms.isPersonal ? try store.scopes(of: id) : nil,
            events: try store.events(of: id))
    }

    func receipt(_ id: String) async throws -> Receipt {
        let key = key
        return try await desk.run { try $0.receipt(of: id, key: key) }
    }

    /// Gives out nonces.
    ///
    /// - Returns: None for an objection that lies on no host, or on more than the portal would look at.
    func nonces(_ id: String, for purpose: NoncePurpose) async throws -> [StandingChallenge] {
        let suffixes = suffixes
        return try await allowed {
            try await desk.change { store, now in
                let hosts = try store.hosts(of: id, suffixes: suffixes)
                guard (1...Self.mostHosts).contains(hosts.count) else { return [] }
                return try store.challenge(id, for: purpose, suffixes: suffixes, at: now)
            }
        }
    }

    /// Looks for nonces at the hosts of an objection.
    ///
    /// - Returns: How it stands after it; of a proof that is not there, why.
    func look(_ id: String, by method: ProofMethod, for purpose: NoncePurpose) async throws -> Followed {
        let suffixes = suffixes
        let hosts = try await desk.run { try $0.hosts(of: id, suffixes: suffixes) }
        guard (1...Self.mostHosts).contains(hosts.count) else {
            throw Refusal.notAllowed(
                "\(id) lies on \(hosts.count) hosts; nonces are looked for on 1 to \(Self.mostHosts); hand documents in"
            )
        }
        for host in hosts {
            // An account is shown on its own page, whatever is chosen for hosts.
            let method = StandingChallenge.isAccount(host) ? .account : method
            let text: String
            do { text = try await finder.found(method, at: host) } catch { throw Refusal.unreachable("\(error)") }
            try await allowed {
                try await desk.change { store, now in
                    let result = try store.redeem(
                        id, host: host, found: text, by: method, for: purpose, suffixes: suffixes, at: now)
                    if case .failure(let refusal) = result { throw Refusal.registry(refusal) }
                }
            }
        }
        let followed = try await follow(id, hasLink: true)
        if purpose == .withdrawal { try await tellContact(followed.life) }
        return followed
    }

    /// Turns what the life of an objection does not allow into words for whoever asked.
    func allowed<Value>(_ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch let error as RegistryError where error.code == .notAllowed {
            throw Refusal.notAllowed(error.reason)
        }
    }
}
