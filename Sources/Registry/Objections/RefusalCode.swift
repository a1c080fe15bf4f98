/// Why a registration is refused, in a word that stays the same.
public enum RefusalCode: String, CaseIterable, Hashable, Sendable {
    /// The value is not of the kind it is filed as.
    case unparseable
    /// Strangers register under it.
    case publicSuffix = "public_suffix"
    /// A single label, such as `com`.
    case bareTopLevel = "bare_tld"
    /// An IP address where a domain is due.
    case address = "ip_address"
    case addressBlock = "ip_block"
    case wildcard
    case userinfo
    /// Letters that look alike, of several scripts, in one label.
    case mixedScript = "mixed_script"
    case tooLong = "too_long"
    /// A text with too few words to tell its copies from others.
    case tooShort = "too_short"
    /// The row as a whole: a column too few, an unclosed quote.
    case badRow = "bad_row"
    case badPurpose = "bad_purpose"
    case badTime = "bad_time"
    case badKind = "bad_kind"
    /// A field of a filing is missing, or holds what no such field can.
    case badField = "bad_field"
    /// The objector does not state to act in good faith and with authority.
    case noStatement = "no_statement"
    /// The same contact has filed the same before, and that still stands.
    case duplicate
    /// As many filings as a contact without proof may make in a day.
    case rateLimited = "rate_limited"
    /// Filings of this contact were rejected as abusive three times.
    case channelClosed = "channel_closed"
    /// Nothing that proves anything stands where it was looked for.
    case noProof = "no_proof"
    /// A nonce that was found once before.
    case usedNonce = "used_nonce"
    case expiredNonce = "expired_nonce"
    /// A mailbox that shows nothing of what is objected to.
    case badMailbox = "bad_mailbox"
    /// A signature that does not hold, or is of another statement.
    case badSignature = "bad_signature"
    /// Given by whoever decides: unfounded or repetitive beyond doubt.
    case abusive
}
