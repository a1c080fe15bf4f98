internal import Canonical
internal import Foundation

/// A message of plain text to one mailbox (RFC 5322; other letters than ASCII by RFC 2045 and 2047).
public struct MailMessage: Sendable {
    public let from: String
    public let to: String
    public let subject: String
    /// Lines with line feeds between.
    public let text: String

    public init(from: String, to: String, subject: String, text: String) {
        (self.from, self.to, self.subject, self.text) = (from, to, subject, text)
    }

    /// The whole message, with CRLF at the ends of lines.
    ///
    /// It says that a program sent it, so that no other program answers (RFC 3834, section 5).
    ///
    /// - Parameters:
    ///   - at: Its date.
    ///   - id: What stands before the `@` of its Message-ID; nothing of the code.
    func bytes(at: Timestamp, id: String) -> [UInt8] {
        let body = isPlain(text) && text.split(separator: "\n").allSatisfy { $0.utf8.count < 900 }
        let domain = from.split(separator: "@").last ?? ""
        let head = [
            "From: <\(from)>", "To: <\(to)>", "Subject: \(encodedSubject)", "Date: \(Self.date(at))",
            "Message-ID: <\(id)@\(domain)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: \(body ? "7bit" : "base64")",
        ]
        let lines = body ? text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) : encodedText
        return Array(((head + [""] + lines).joined(separator: "\r\n") + "\r\n").utf8)
    }

    private func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A } }

    /// Base64 in lines of 76 (RFC 2045, section 6.8).
    private var encodedText: [String] {
        let text = Base64.encode(Array(text.replacing("\n", with: "\r\n").utf8))
        return stride(from: 0, to: text.utf8.count, by: 76).map { start in
            let from = text.index(text.startIndex, offsetBy: start)
            return String(text[from..<(text.index(from, offsetBy: 76, limitedBy: text.endIndex) ?? text.endIndex)])
        }
    }

    /// Encoded words of at most 75 octets, cut between characters (RFC 2047, section 2).
    private var encodedSubject: String {
        let subject = String(subject.map { $0.isNewline ? " " : $0 })
        guard !isPlain(subject) else { return subject }
        var (words, word) = ([String](), "")
        for character in subject {
            if (word + String(character)).utf8.count > 45 { (words, word) = (words + [word], "") }
            word.append(character)
        }
        return (words + [word]).map { "=?utf-8?B?\(Base64.encode(Array($0.utf8)))?=" }.joined(separator: "\r\n ")
    }

    private static func date(_ time: Timestamp) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss"
        return formatter.string(from: Date(timeIntervalSince1970: Double(time.seconds))) + " +0000"
    }
}
