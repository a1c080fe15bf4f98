internal import CCurl
internal import CCurlShim
internal import Foundation

/// Hands messages to a mail server by SMTP (RFC 5321), through libcurl.
///
/// The server is the operator's own, so no address is guarded against. `smtps` is TLS from the first octet with the
/// certificate verified (RFC 8314, section 3.3); `smtp` is spoken in the clear, for a relay on this machine or network.
public struct MailTransfer: Sendable {
    private static let milliseconds = 60_000
    private let server: String
    private let authorities: String?

    /// - Parameters:
    ///   - server: `smtp://127.0.0.1:25` or `smtps://mail.example.org:465`.
    ///   - authorities: A PEM file instead of the system's.
    public init(server: String, authorities: String? = nil) { (self.server, self.authorities) = (server, authorities) }

    /// Sends a message, and returns once the server has taken it on. Blocks its thread until then, a minute at most.
    ///
    /// - Parameter message: Whole: head, empty line, body, with CRLF at the ends of lines (RFC 5322, section 2.1).
    /// - Throws: ``TransferError`` with libcurl's words, the server's answer in them, if the message was not taken.
    public func send(_ message: [UInt8], from: String, to recipient: String) throws(TransferError) {
        guard TransferLoop.isStarted, let handle = EasyHandle() else {
            throw fault(.failed, "libcurl could not be started")
        }
        var recipients = HeaderLines()
        guard recipients.append("<\(recipient)>") else { throw fault(.failed, "no memory") }
        var bytes = message
        let code: CURLcode? = bytes.withUnsafeMutableBytes { buffer in
            guard let source = fmemopen(buffer.baseAddress, buffer.count, "r") else { return nil }
            defer { fclose(source) }
            guard configure(handle, from, recipients, source, buffer.count) else { return nil }
            return curl_easy_perform(handle.raw)
        }
        guard let code else { throw fault(.badSettings, "this libcurl does not send mail, or there is no memory") }
        guard code == CURLE_OK else { throw fault(Self.kind(code), words(code, handle)) }
    }

    private func configure(
        _ handle: EasyHandle, _ from: String, _ recipients: borrowing HeaderLines, _ source: UnsafeMutablePointer<FILE>,
        _ count: Int
    ) -> Bool {
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_UPLOAD, 1), (CURLOPT_NOSIGNAL, 1), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_CONNECTTIMEOUT_MS, 10_000), (CURLOPT_TIMEOUT_MS, Self.milliseconds), (CURLOPT_INFILESIZE, count),
        ]
        let texts = [
            (CURLOPT_PROTOCOLS_STR, "smtp,smtps"), (CURLOPT_PROXY, ""), (CURLOPT_URL, server),
            (CURLOPT_MAIL_FROM, "<\(from)>"),
        ]
        // "If you use CURLOPT_READFUNCTION's default, READDATA must be a FILE *" (curl.se, CURLOPT_READDATA, read 2026-11-30).
        return numbers.allSatisfy { handle.set($0.0, $0.1) } && texts.allSatisfy { handle.set($0.0, $0.1) }
            && handle.set(CURLOPT_MAIL_RCPT, recipients.raw)
            && handle.set(CURLOPT_READDATA, UnsafeMutableRawPointer(source))
            && (authorities.map { handle.set(CURLOPT_CAINFO, $0) } ?? true)
    }

    private func words(_ code: CURLcode, _ handle: EasyHandle) -> String {
        let answer = handle.number(CURLINFO_RESPONSE_CODE)
        return String(cString: curl_easy_strerror(code)) + (answer > 0 ? "; the server answered \(answer)" : "")
    }

    private func fault(_ code: TransferError.Code, _ words: String) -> TransferError {
        TransferError(code, subject: server, words: words)
    }

    private static func kind(_ code: CURLcode) -> TransferError.Code {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: .dns
        case CURLE_COULDNT_CONNECT: .connect
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED: .tls
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: .disconnected
        default: .failed
        }
    }
}
