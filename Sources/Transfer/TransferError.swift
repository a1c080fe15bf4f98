/// Why a fetch brought no response head.
///
/// Once a whole response head has come, trouble is no longer an error: it stands in ``FetchedResponse/ending``.
public struct TransferError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, to switch on.
    public enum Code: String, CaseIterable, Hashable, Sendable {
        /// Not http or https.
        case unsupportedScheme
        /// libcurl reads another host, port or scheme out of the URL than WebAddress did.
        case hostDisagreement
        /// A request header that is malformed or that only the fetcher may set.
        case forbiddenHeader
        /// A setting that cannot be obeyed.
        case badSettings
        case dns
        case connect
        /// Every address the name led to is one that must not be spoken to.
        case addressRefused
        case tls
        case timeout
        /// The response head is over its limit of bytes or of fields.
        case headTooLarge
        /// What came is not an HTTP response.
        case malformed
        /// The connection ended before the response head did.
        case disconnected
        case cancelled
        /// The fetcher was closed.
        case closed
        /// libcurl could not be started, or failed in a way that has no name here.
        case failed
    }

    public let code: Code
    /// The URL asked, or the setting at fault.
    public let subject: String
    /// libcurl's own words, or ours where it was not asked.
    public let words: String
    /// The address spoken to, or refused; empty if none was known.
    public let address: String

    public init(_ code: Code, subject: String, words: String, address: String = "") {
        self.code = code
        self.subject = subject
        self.words = words
        self.address = address
    }

    public var description: String {
        let at = address.isEmpty ? "" : " (\(address))"
        let advice = code.advice.isEmpty ? "" : "; \(code.advice)"
        return "\(subject)\(at): \(code.rawValue): \(words)\(advice)"
    }
}

extension TransferError.Code {
    /// What the user can do, where there is something.
    var advice: String {
        switch self {
        case .addressRefused: "if this address is meant, name its range in the list of allowed addresses"
        case .badSettings: "correct this setting"
        case .forbiddenHeader: "leave this header to the fetcher"
        case .tls: "the certificate is always verified; a private authority's file can be named in the settings"
        default: ""
        }
    }
}
