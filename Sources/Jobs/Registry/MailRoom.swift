public import Canonical
internal import Dispatch
internal import Foundation
public import Registry
internal import Shards
internal import Transfer

/// Sends codes to mailboxes, as `registry.mail` says.
public struct MailRoom: Sendable {
    private let settings: MailSettings
    /// The spool; empty without one.
    private let folder: String
    private let authorities: String?

    /// - Returns: Nil if the settings name no way for mail.
    public init?(_ config: RunConfig) throws(JobError) {
        guard let settings = config.registry.mail else { return nil }
        self.settings = settings
        folder = config.registry.mailFolder ?? ""
        do { authorities = try CrawlSettings(survey: config).authorities } catch { throw JobError(error) }
    }

    /// The message that brings a code.
    ///
    /// - Parameter origin: Of the registry.
    public static func message(_ code: StandingChallenge, origin: String) -> (subject: String, text: String) {
        (
            "Objection \(code.objection): confirm this mailbox",
            """
            Somebody filed the objection \(code.objection) at the registry
            \(origin) and says that you can be reached here.

            If that is so, give this code back on the page of the objection, or to
            whoever keeps the registry:

            \(code.text)

            It is good once, until \(code.due). It shows that this mailbox is
            read, and nothing else. If you know nothing of it, do nothing.

            """
        )
    }

    /// The message that tells whoever filed that a withdrawal or counter-notice is under way, so that they can stop it.
    ///
    /// Source: licensing bases 0.0.8, "takes effect after 14 days with notice to the filing contact", read 2026-11-30.
    public static func notice(
        of pending: ObjectionLife.Pending, _ objection: String, origin: String
    ) -> (subject: String, text: String) {
        let what = pending.step == .withdraw ? "a withdrawal of" : "a counter-notice to"
        let effect =
            pending.step == .withdraw
            ? "Unless it is stopped, the objection ends at \(pending.due)."
            : "Unless it is stopped or answered, the objection is contested from\n\(pending.due) on; it blocks until that is decided."
        return (
            "Objection \(objection): \(pending.step == .withdraw ? "withdrawal" : "counter-notice") under way",
            """
            At the registry
            \(origin)
            \(what) the objection \(objection)
            is under way, which was filed with this address.

            \(effect)

            If that is not what you want, answer to whoever keeps the registry
            before then. If it is, do nothing.

            """
        )
    }

    /// Tells somebody something that bears no code.
    ///
    /// - Throws: ``JobError`` `couldNotRun` if no server took the message on, or the spool cannot be written to.
    public func tell(_ address: MailAddress, subject: String, text: String, at: Timestamp) async throws(JobError) {
        let message = MailMessage(from: settings.from, to: address.description, subject: subject, text: text)
        try await deliver(message, mark: "\(subject)\n\(text)", at: at)
    }

    /// Sends a code. Nobody is told it in another way.
    ///
    /// - Throws: ``JobError`` `couldNotRun` if no server took the message on, or the spool cannot be written to.
    public func send(_ code: StandingChallenge, subject: String, text: String, at: Timestamp) async throws(JobError) {
        let message = MailMessage(from: settings.from, to: code.host, subject: subject, text: text)
        try await deliver(message, mark: code.token, at: at)
    }

    /// - Parameter mark: What the id is made of, which must not tell the code: messages are logged by it.
    private func deliver(_ message: MailMessage, mark: String, at: Timestamp) async throws(JobError) {
        let id = String(Digest(of: "muniment/mail/v1\n\(mark)").hex.prefix(32))
        let bytes = message.bytes(at: at, id: id)
        switch settings.way {
        case .spool:
            do {
                // Whoever can read the spool can read the codes.
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                try OutputFile.replace("\(folder)/\(id).eml", with: bytes)
            } catch {
                throw JobError(error)
            }
        case .server(let server):
            let transfer = MailTransfer(server: server, authorities: authorities)
            try await Self.wait { () throws(TransferError) in
                try transfer.send(bytes, from: message.from, to: message.to)
            }
        }
    }

    /// On a thread that may wait.
    private static func wait(_ body: @escaping @Sendable () throws(TransferError) -> Void) async throws(JobError) {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: Result { () throws(TransferError) in try body() })
            }
        }
        do throws(TransferError) { try result.get() } catch { throw JobError(error) }
    }
}
