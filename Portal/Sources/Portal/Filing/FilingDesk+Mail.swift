internal import Canonical
internal import Jobs
internal import Registry
internal import WebAddress

/// A mailbox as proof: whoever reads it gives a code back.
extension FilingDesk {
    /// A message in the reader's language around a code.
    typealias Wording = @Sendable (StandingChallenge) -> (subject: String, text: String)

    /// The mailbox of the contact, in a form.
    static let contact = "contact"
    /// The one who keeps a site's pages, whoever that is: RFC 2142, section 5.
    private static let role = "webmaster@"
    private static let mostBoxes = 20

    /// The mailboxes besides the contact's that a code may be sent to; nil if this registry sends none.
    func boxes(_ id: String) async throws -> [String]? {
        guard sender != nil else { return nil }
        let suffixes = suffixes
        let sites = try await desk.run { try $0.mailSites(of: id, suffixes: suffixes) }
        return sites.prefix(Self.mostBoxes).map { Self.role + $0 }.filter { MailAddress($0) != nil }
    }

    /// Sends a code.
    ///
    /// - Parameter box: ``contact``, or one of ``boxes(_:)``: whoever has a link must not write to others.
    func mail(_ id: String, to box: String, _ wording: Wording) async throws -> StandingChallenge {
        guard let sender, let boxes = try await boxes(id) else { throw Refusal.noMail }
        guard box == Self.contact || boxes.contains(box) else {
            throw Refusal.badRequest("mailbox: \(Self.contact) or one of \(boxes) is due")
        }
        let (suffixes, address) = (suffixes, box == Self.contact ? nil : MailAddress(box))
        let code = try await allowed {
            try await desk.change { store, now in
                switch try store.mailCode(id, to: address, suffixes: suffixes, at: now) {
                case .failure(let refusal): throw Refusal.registry(refusal)
                case .success(let code): return code
                }
            }
        }
        let (subject, text) = wording(code)
        do { try await sender.send(code, subject, text, at: .now) } catch { throw Refusal.unreachable("\(error)") }
        return code
    }

    /// Tells whoever filed that a withdrawal is under way. If that cannot be done where mail is sent at all, it is stopped: what
    /// its holder is not told of ends no objection.
    func tellContact(_ life: ObjectionLife) async throws {
        guard let sender, let pending = life.pending, pending.step == .withdraw else { return }
        let (address, origin) = try await desk.run { (try $0.contact(of: life.id), $0.origin) }
        // Who had their address erased cannot be told, and knew that.
        guard let address else { return }
        let (subject, text) = MailRoom.notice(of: pending, life.id, origin: origin)
        do { try await sender.tell(address, subject, text, at: .now) } catch {
            _ = try await desk.change { store, now in try store.stop(life.id, reason: "contact_not_told", at: now) }
            throw Refusal.unreachable("\(error)")
        }
    }

    /// Takes a code back.
    func redeem(_ id: String, code: String) async throws -> Followed {
        let suffixes = suffixes
        try await allowed {
            try await desk.change { store, now in
                let result = try store.redeem(id, code: code, suffixes: suffixes, at: now)
                if case .failure(let refusal) = result { throw Refusal.registry(refusal) }
            }
        }
        return try await follow(id, hasLink: true)
    }
}

extension Views {
    /// The message that brings a code.
    func message(_ code: StandingChallenge) -> (subject: String, text: String) {
        let body = say("mail.body", code.objection, time(code.due))
        return (say("mail.subject", code.objection), "\(body)\n\n\(code.text)\n\n\(say("mail.body_end"))\n")
    }
}
