internal import WebAddress

extension ObjectionScope {
    /// Why a scope is refused, in words for the file's author.
    struct Refusal: Error {
        let code: RefusalCode
        let reason: String

        init(_ code: RefusalCode, _ reason: String) {
            self.code = code
            self.reason = reason
        }
    }

    /// Longer values are not looked at.
    static let longest = 8192

    typealias Reading = Result<ObjectionScope, Refusal>

    private static let star = UInt8(ascii: "*")

    static func address(_ kind: ScopeKind, _ value: String) -> Reading {
        guard !holdsSeveral(value) else {
            return .failure(Refusal(.unparseable, "several URLs stand in it; name each as a scope of its own"))
        }
        do throws(WebURLError) {
            let url = try CanonicalURL(value)
            let text = url.text
            guard !url.host.utf8.contains(star), text.utf8.last != star else { return .failure(wildcard(value)) }
            guard !HostScripts.isMixed(url.host) else { return .failure(mixed(url.host)) }
            let schemeLength = text.hasPrefix("https://") ? 8 : 7
            return .success(ObjectionScope(kind, key: String(text.utf8.dropFirst(schemeLength))!))
        } catch {
            let code = error.code == .userinfo ? RefusalCode.userinfo : .unparseable
            return .failure(Refusal(code, "\(error); write an absolute http or https URL"))
        }
    }

    /// White space with another URL behind it, which a URL parser takes for a part of the first.
    private static func holdsSeveral(_ value: String) -> Bool {
        guard value.utf8.contains(where: { $0 <= 0x20 }) else { return false }
        let words = value.split(whereSeparator: \.isWhitespace)
        return words.dropFirst().contains { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    }

    /// What a user has on a platform stands below a path of its own; the whole platform is nobody's account.
    static func account(_ scope: ObjectionScope) -> Reading {
        let path = scope.key.drop { $0 != "/" }
        guard path.contains(where: { $0 != "/" }) else {
            return .failure(
                Refusal(.unparseable, "\(scope.key) is a whole host; name the account's page, or use the kind host"))
        }
        return .success(scope)
    }

    /// A `*` would be taken for itself and cover nothing that its author means.
    private static func wildcard(_ value: String) -> Refusal {
        let advice = "use the kind domain for all hosts of a domain, the kind prefix without the * for all paths"
        return Refusal(.wildcard, "\"\(value.prefix(200))\" holds a wildcard, and there are none; \(advice)")
    }

    private static func mixed(_ host: String) -> Refusal {
        Refusal(
            .mixedScript,
            "\(host) has a label that mixes letters of scripts that look alike, as names do that are taken for others: check how it is spelt; if it is spelt so, object to what stands there (kind text for a text, payload for the digest of a file), or write to the operator"
        )
    }

    /// Digits, dots, colons and a length, as `192.0.2.0/24`.
    private static func isAddressBlock(_ value: String) -> Bool {
        guard value.utf8.contains(UInt8(ascii: "/")) else { return false }
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[1].isEmpty && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
            && IPAddress(host: parts[0].contains(":") ? "[\(parts[0])]" : String(parts[0])) != nil
    }

    /// The canonical host of a bare host name.
    static func host(_ value: String) -> Result<String, Refusal> {
        guard !isAddressBlock(value) else {
            return .failure(
                Refusal(.addressBlock, "\(value) is a block of addresses; name hosts or domains, one by one"))
        }
        guard isBareHost(value) else {
            let advice = "name the host alone, or use the kind prefix for a port or a path"
            return .failure(Refusal(.unparseable, "\"\(value.prefix(200))\" is more than a host, or less; \(advice)"))
        }
        guard !value.utf8.contains(star) else { return .failure(wildcard(value)) }
        do throws(WebURLError) {
            let host = try CanonicalURL("https://\(value)/").host
            return HostScripts.isMixed(host) ? .failure(mixed(host)) : .success(host)
        } catch {
            return .failure(Refusal(.unparseable, "\(error)"))
        }
    }

    /// No byte in it would end a URL's host, and none would vanish on the way through a URL parser.
    private static func isBareHost(_ value: String) -> Bool {
        let isBracketed = value.hasPrefix("[") && value.hasSuffix("]")
        return !value.isEmpty
            && value.utf8.allSatisfy { byte in
                switch byte {
                case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"),
                    UInt8(ascii: "@"):
                    false
                case UInt8(ascii: ":"): isBracketed
                default: true
                }
            }
    }

    static func domain(_ host: String, _ suffixes: PublicSuffixList) -> Reading {
        guard IPAddress(host: host) == nil else {
            return .failure(Refusal(.address, "\(host) is an IP address and has no domain; use the kind host"))
        }
        guard host.utf8.contains(UInt8(ascii: ".")) else {
            return .failure(Refusal(.bareTopLevel, "\(host) is a single label; name a domain somebody can register"))
        }
        guard suffixes.registrableDomain(of: host) != nil else {
            let advice = suffixes.isRegistrySuffix(host) ? "name your own domain below it" : "use the kind host"
            return .failure(
                Refusal(.publicSuffix, "\(host) is a public suffix, under which strangers register; \(advice)"))
        }
        return .success(ObjectionScope(.domain, key: host))
    }
}
