internal import Canonical
internal import WebAddress

/// What an objection covers, in the form captures are matched by.
public struct ObjectionScope: Hashable, Sendable, CustomStringConvertible {
    public let kind: ScopeKind
    /// A host name, 64 hex digits, or a canonical URL without its scheme and slashes, in ASCII.
    ///
    /// The scheme is left out because an objection to a page on http is one to the same page on https. Nothing else
    /// is equated: `www.example.com` is another host than `example.com`.
    public let key: String

    init(_ kind: ScopeKind, key: String) {
        self.kind = kind
        self.key = key
    }

    /// Brings a scope as filed to its one form.
    ///
    /// - Returns: The scope, or in words why it is refused.
    static func read(_ kind: ScopeKind, _ value: String, _ suffixes: PublicSuffixList) -> Reading {
        guard value.utf8.count <= longest else {
            return .failure(Refusal(.tooLong, "it has \(value.utf8.count) octets; \(longest) are the most"))
        }
        return switch kind {
        case .url, .prefix: address(kind, value)
        case .host: host(value).flatMap { .success(ObjectionScope(.host, key: $0)) }
        case .domain: host(value).flatMap { domain($0, suffixes) }
        case .payload: payload(value)
        }
    }

    public var description: String { "\(kind.rawValue) \(key)" }

    /// The key as a snapshot's entries have it: a digest as its 32 octets, all else as it is.
    var octets: [UInt8] {
        let text = Array(key.utf8)
        return kind == .payload ? Hex.decode(text) ?? text : text
    }

    init(_ kind: ScopeKind, octets: UnsafeBufferPointer<UInt8>) {
        let key = kind == .payload ? Hex.encode(octets) : String(decoding: octets, as: UTF8.self)
        self.init(kind, key: key)
    }
}

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
    private static let longest = 8192

    typealias Reading = Result<ObjectionScope, Refusal>

    private static func address(_ kind: ScopeKind, _ value: String) -> Reading {
        do throws(WebURLError) {
            let url = try CanonicalURL(value)
            let text = url.text
            guard !url.host.contains("*"), !text.hasSuffix("*") else { return .failure(wildcard(value)) }
            guard !HostScripts.isMixed(url.host) else { return .failure(mixed(url.host)) }
            let schemeLength = text.hasPrefix("https://") ? 8 : 7
            return .success(ObjectionScope(kind, key: String(text.utf8.dropFirst(schemeLength))!))
        } catch {
            let code = error.code == .userinfo ? RefusalCode.userinfo : .unparseable
            return .failure(Refusal(code, "\(error); write an absolute http or https URL"))
        }
    }

    /// A `*` would be taken for itself and cover nothing that its author means.
    private static func wildcard(_ value: String) -> Refusal {
        let advice = "use the kind domain for all hosts of a domain, the kind prefix without the * for all paths"
        return Refusal(.wildcard, "\"\(value.prefix(200))\" holds a wildcard, and there are none; \(advice)")
    }

    private static func mixed(_ host: String) -> Refusal {
        Refusal(
            .mixedScript,
            "\(host) has a label that mixes letters of scripts that look alike; file it by URL of a page there, with proof"
        )
    }

    /// Digits, dots, colons and a length, as `192.0.2.0/24`.
    private static func isAddressBlock(_ value: String) -> Bool {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[1].isEmpty && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
            && IPAddress(host: parts[0].contains(":") ? "[\(parts[0])]" : String(parts[0])) != nil
    }

    /// The canonical host of a bare host name.
    private static func host(_ value: String) -> Result<String, Refusal> {
        guard !isAddressBlock(value) else {
            return .failure(
                Refusal(.addressBlock, "\(value) is a block of addresses; name hosts or domains, one by one"))
        }
        guard isBareHost(value) else {
            let advice = "name the host alone, or use the kind prefix for a port or a path"
            return .failure(Refusal(.unparseable, "\"\(value.prefix(200))\" is more than a host, or less; \(advice)"))
        }
        guard !value.contains("*") else { return .failure(wildcard(value)) }
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

    private static func domain(_ host: String, _ suffixes: PublicSuffixList) -> Reading {
        guard IPAddress(host: host) == nil else {
            return .failure(Refusal(.address, "\(host) is an IP address and has no domain; use the kind host"))
        }
        guard host.contains(".") else {
            return .failure(Refusal(.bareTopLevel, "\(host) is a single label; name a domain somebody can register"))
        }
        guard suffixes.registrableDomain(of: host) != nil else {
            return .failure(
                Refusal(.publicSuffix, "\(host) is a public suffix, under which strangers register; use the kind host"))
        }
        return .success(ObjectionScope(.domain, key: host))
    }

    private static func payload(_ value: String) -> Reading {
        guard let digest = Digest(value) else {
            return .failure(Refusal(.unparseable, "\"\(value.prefix(80))\" is not sha256: and 64 hex digits"))
        }
        return .success(ObjectionScope(.payload, key: digest.hex))
    }
}
