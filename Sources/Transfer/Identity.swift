/// Who asks: the product token, where the operator explains the crawler, and the monitored mailbox.
///
/// One fetcher has one identity, for every request; a refusal is never met with another one.
/// Source: RFC 9110, sections 10.1.2 and 10.1.5; RFC 9309, section 2.2.1, date read 2026-11-23.
public struct Identity: Hashable, Sendable {
    /// The token that robots.txt groups name.
    public let product: String
    public let version: String
    /// The page that explains the crawler, http or https.
    public let page: String
    /// The monitored address, without `mailto:`; sent as `From`.
    public let mailbox: String

    /// - Throws: ``TransferError`` with code `badSettings` where a part is missing or could break a header line.
    public init(product: String, version: String, page: String, mailbox: String) throws(TransferError) {
        guard !product.isEmpty, product.utf8.allSatisfy(Self.isTokenByte) else {
            throw Self.fault("product", product, "only the letters A to Z, a to z, `_` and `-` are allowed")
        }
        guard !version.isEmpty, version.utf8.allSatisfy(Self.isVersionByte) else {
            throw Self.fault("version", version, "letters, digits, `.`, `_`, `+` and `-` are allowed")
        }
        guard page.hasPrefix("https://") || page.hasPrefix("http://"), page.utf8.allSatisfy(Self.isPlainByte) else {
            throw Self.fault("page", page, "an http or https address without spaces or brackets is needed")
        }
        guard Self.isMailbox(mailbox) else {
            throw Self.fault("mailbox", mailbox, "a mail address such as bot@operator.example is needed")
        }
        self.product = product
        self.version = version
        self.page = page
        self.mailbox = mailbox
    }

    /// The value of `User-Agent`: `Product/1.0 (+https://operator.example/bot; mailto:bot@operator.example)`.
    public var userAgent: String { "\(product)/\(version) (+\(page); mailto:\(mailbox))" }
}

extension Identity {
    private static func fault(_ part: String, _ value: String, _ words: String) -> TransferError {
        TransferError(.badSettings, subject: "identity \(part) \"\(value)\"", words: words)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func isVersionByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"): true
        default: isTokenByte(byte)
        }
    }

    /// A visible ASCII character that cannot end the comment of the User-Agent.
    private static func isPlainByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
            UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: ","):
            false
        default: (0x21...0x7E).contains(byte)
        }
    }

    private static func isMailbox(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.allSatisfy(isPlainByte)
    }
}
