public import Canonical
public import Jobs
public import Registry

/// Sends codes to mailboxes, and tells them to nobody else.
public protocol CodeSender: Sendable {
    /// - Throws: An error in words for the objector, if no message went.
    func send(_ code: StandingChallenge, _ subject: String, _ text: String, at: Timestamp) async throws

    /// Sends what bears no code.
    ///
    /// - Throws: An error in words, if no message went.
    func tell(_ address: MailAddress, _ subject: String, _ text: String, at: Timestamp) async throws
}

extension MailRoom: CodeSender {
    public func send(_ code: StandingChallenge, _ subject: String, _ text: String, at: Timestamp) async throws {
        try await send(code, subject: subject, text: text, at: at)
    }

    public func tell(_ address: MailAddress, _ subject: String, _ text: String, at: Timestamp) async throws {
        try await tell(address, subject: subject, text: text, at: at)
    }
}
