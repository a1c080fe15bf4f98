public import Provenance

/// What status and headers of a response say about access to it.
///
/// Source: RFC 9110, section 15; RFC 7725; the pay-per-crawl headers of Cloudflare's documentation; read 2026-11-23.
public struct AccessStatus: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case open
        /// 2xx that was paid for.
        case paid
        case denied
        /// 451.
        case deniedLegal = "denied-legal"
        /// 402.
        case paymentRequired = "payment-required"
        /// A challenge served in place of the page.
        case challenged
        /// Gone, moved, slowed down or failed.
        case unavailable
    }

    /// An amount of money, as written.
    public struct Price: Hashable, Sendable {
        public let currency: String
        public let amount: String

        init?(_ text: String?) {
            let words = (text ?? "").split(separator: " ")
            guard words.count == 2 else { return nil }
            (currency, amount) = (String(words[0]), String(words[1]))
        }
    }

    public let status: Int
    public let kind: Kind
    /// The scheme of `WWW-Authenticate`; nil if none.
    public let scheme: String?
    /// The `error` parameter of `WWW-Authenticate`, or the `crawler-error` header; nil if neither is there.
    public let error: String?
    /// `error_description` of `WWW-Authenticate`; nil if there is none.
    public let errorDescription: String?
    /// What an x402 header asks; nil if there is none.
    public let offer: PaymentOffer?
    /// What is asked (`crawler-price`).
    public let price: Price?
    /// What was charged (`crawler-charged`).
    public let charged: Price?
    /// `Link: rel=blocked-by`: who implements a block.
    public let blockedBy: String?
    /// `Link: rel=license; type=application/rsl+xml`: terms offered.
    public let offeredTerms: String?

    /// - Parameter walls: Whose headers tell of a challenge; nil: nobody's.
    public init(status: Int, headers: HeaderList, walls: WallTable? = nil) {
        self.status = status
        let challenge = headers.first("www-authenticate")
        // Schemes have no case (RFC 9110, section 11.1); the one of RSL is told as its specification writes it.
        let written = challenge.map { String($0.prefix { $0 != " " && $0 != "," }) }
        scheme = written.map { ByteText.lowercased($0) == "license" ? "License" : $0 }
        error = challenge.flatMap { Self.parameter("error", of: $0) } ?? headers.first("crawler-error")
        errorDescription = challenge.flatMap { Self.parameter("error_description", of: $0) }
        offer = headers.first("payment-required").flatMap { PaymentOffer.parse(header: $0) }
        price = Price(headers.first("crawler-price"))
        charged = Price(headers.first("crawler-charged"))
        let links = LinkHeader.parse(headers.all("link"))
        blockedBy = links.first { $0.relations.contains("blocked-by") }?.target
        offeredTerms =
            links.first {
                $0.relations.contains("license")
                    && ByteText.lowercased($0.parameters["type"] ?? "").hasPrefix("application/rsl+xml")
            }?.target
        let isWalled = walls.map { $0.wall(headers: headers) != nil } ?? false
        kind = isWalled ? .challenged : Self.kind(status, isPaid: charged != nil)
    }

    /// What it comes to; 5xx and the like are no refusal, but nothing to use either.
    public var finding: AccessFinding {
        switch kind {
        case .open, .paid: .open
        case .denied, .deniedLegal: .refused
        case .paymentRequired: .offer
        case .challenged: .blocked
        case .unavailable: .unavailable
        }
    }

    private static func kind(_ status: Int, isPaid: Bool) -> Kind {
        switch status {
        case 200..<300: isPaid ? .paid : .open
        case 402: .paymentRequired
        case 451: .deniedLegal
        case 404, 410, 408, 425, 429: .unavailable
        case 400..<500: .denied
        case 511: .challenged
        default: .unavailable
        }
    }

    /// A parameter of a challenge, quoted or not (RFC 9110, section 11.2); nil if it is not there.
    private static func parameter(_ name: String, of challenge: String) -> String? {
        var rest = Array(challenge.utf8)[...]
        while let mark = rest.firstIndex(of: UInt8(ascii: "=")) {
            let before = rest[..<mark].reversed().drop(while: ByteText.isSpace)
            let word = before.prefix { !ByteText.isSpace($0) && $0 != UInt8(ascii: ",") }.reversed()
            let (value, end) = Self.value(rest[(mark + 1)...])
            if ByteText.equals(Array(word)[...], name) { return value }
            rest = rest[end...]
        }
        return nil
    }

    /// A token or quoted string, and where it ends.
    private static func value(_ bytes: ArraySlice<UInt8>) -> (String, Int) {
        let body = bytes.drop(while: ByteText.isSpace)
        guard body.first == UInt8(ascii: "\"") else {
            let token = body.prefix { $0 != UInt8(ascii: ",") && !ByteText.isSpace($0) }
            return (ByteText.string(token), token.endIndex)
        }
        var (out, at): ([UInt8], Int) = ([], body.startIndex + 1)
        while at < body.endIndex, body[at] != UInt8(ascii: "\"") {
            if body[at] == UInt8(ascii: "\\"), at + 1 < body.endIndex { at += 1 }
            out.append(body[at])
            at += 1
        }
        return (ByteText.string(out), min(at + 1, body.endIndex))
    }
}
