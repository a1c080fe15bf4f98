public import Canonical

/// A nonce that shows control of a host when it is found there: good once, for one objection, for a time.
///
/// Or a code that shows, when it is handed back, that somebody reads the mailbox it was sent to.
///
/// Source: licensing bases 2(b), "Standing levels", L1 and L2, read 2026-11-29.
public struct StandingChallenge: Hashable, Sendable {
    public static let headerName = "AI-Objection-Proof"

    public let objection: String
    /// The host, for a scope of a whole domain its registrable domain, for an account its page without the scheme; of a
    /// code the mail address.
    public let host: String
    public let purpose: NoncePurpose
    /// 192 random bits in base64url.
    public let token: String
    /// Exclusive.
    public let due: Timestamp

    /// What is to be found.
    public var text: String { purpose.mark + token }
    /// The name whose TXT record may hold it.
    public var record: String { Self.record(host) }
    /// The file that may hold it, on a line of its own.
    public var wellKnown: String { Self.wellKnown(host) }

    /// Whether a place is the page of an account and no host.
    public static func isAccount(_ place: String) -> Bool { place.contains("/") }

    public static func record(_ host: String) -> String { "_ai-objection.\(host)" }
    public static func wellKnown(_ host: String) -> String { "https://\(host)/.well-known/muniment-objection.txt" }

    /// What the store has of it: nobody who reads the store can put it anywhere.
    static func digest(_ token: String, _ objection: String, _ host: String, _ purpose: NoncePurpose) -> Digest {
        Digest(of: "\(purpose.context)\n\(objection)\n\(host)\n\(token)")
    }

    /// The tokens that some text holds.
    static func tokens(in text: String, _ purpose: NoncePurpose) -> [String] { tokens(in: text, marked: purpose.mark) }

    /// The words of a text behind a mark.
    static func tokens(in text: String, marked mark: String) -> [String] {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "\"" || "',;<>\0".contains($0) })
            .filter { $0.hasPrefix(mark) && $0.utf8.count < 200 }
            .map { String($0.dropFirst(mark.count)) }
    }
}
